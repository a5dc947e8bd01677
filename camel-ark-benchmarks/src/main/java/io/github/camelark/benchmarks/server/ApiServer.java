// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A process that answers as the Files API does. One thread serves all connections, hundreds of slow
 * ones too, because the server shares the machine with what is measured. It tells its port on the
 * standard output, and ends when its standard input does, so that it outlives nobody.
 */
public final class ApiServer {

  private static final long MILLISECOND = 1_000_000;
  private static final int BACKLOG = 1_000;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listening = ServerSocketChannel.open();
  private final PreparedReplies answers = new PreparedReplies();
  private final Queue<Late> late = new PriorityQueue<>(Comparator.comparingLong(Late::due));

  private record Late(long due, Connection connection, byte[] response) {}

  private ApiServer() throws IOException {
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** Serves until the standard input ends. */
  public static void main(String[] arguments) throws IOException {
    ApiServer server = new ApiServer();
    Thread serving = new Thread(server::serve);
    serving.setDaemon(true);
    serving.start();
    System.out.println(server.listening.socket().getLocalPort());
    while (System.in.read() >= 0) {
      // until whoever started this is gone
    }
  }

  private void serve() {
    try {
      while (true) {
        select();
        selector.selectedKeys().forEach(this::handle);
        selector.selectedKeys().clear();
        sendLate();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the server cannot wait for requests", e);
    }
  }

  private void select() throws IOException {
    Late next = late.peek();
    if (next == null) {
      selector.select();
      return;
    }
    long wait = millisUntil(next);
    if (wait > 0) {
      selector.select(wait);
    } else {
      selector.selectNow();
    }
  }

  private void sendLate() {
    for (Late next = late.peek(); next != null && millisUntil(next) <= 0; next = late.peek()) {
      late.remove();
      send(next.connection, next.response);
    }
  }

  /** Rounded, since waiting knows only milliseconds: as many answers are too early as too late. */
  private static long millisUntil(Late next) {
    return Math.floorDiv(next.due - System.nanoTime() + MILLISECOND / 2, MILLISECOND);
  }

  private void handle(SelectionKey key) {
    if (key.isValid() && key.isAcceptable()) {
      accept();
    } else if (key.isValid()) {
      serve((Connection) key.attachment(), key.isWritable());
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listening.accept();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new Connection(key));
    } catch (IOException e) {
      throw new IllegalStateException("the server cannot take a connection", e);
    }
  }

  private void serve(Connection connection, boolean writable) {
    try {
      if (writable) {
        connection.write();
        return;
      }
      String requestLine = connection.read();
      if (requestLine != null) {
        answer(connection, answers.to(requestLine));
      }
    } catch (IOException e) {
      close(connection);
    }
  }

  private void answer(Connection connection, PreparedReply answer) {
    if (answer.delayNanos() == 0) {
      send(connection, answer.response());
    } else {
      late.add(new Late(System.nanoTime() + answer.delayNanos(), connection, answer.response()));
    }
  }

  private static void send(Connection connection, byte[] response) {
    try {
      connection.send(response);
    } catch (IOException e) {
      close(connection);
    }
  }

  /** The client is gone: what it lacks it says itself. */
  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // it is gone
    }
  }
}
