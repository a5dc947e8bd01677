// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that speaks to sockets, for what no honest HTTP server would do. It reads the head of
 * one request per connection and leaves the rest to a {@link Conversation}, which it ends when it
 * is closed.
 */
final class RawServer implements AutoCloseable {

  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** What happens after the head of a request was read; afterwards the connection is closed. */
  @FunctionalInterface
  interface Conversation {
    void hold(Socket socket, String head) throws IOException;
  }

  private final ServerSocket listener;
  private final Conversation conversation;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  private RawServer(Conversation conversation) throws IOException {
    this.conversation = conversation;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    run(this::accept);
  }

  static RawServer start(Conversation conversation) throws IOException {
    return new RawServer(conversation);
  }

  /** Answers every request with these characters and closes the connection. */
  static RawServer answering(String reply) throws IOException {
    return start((socket, head) -> write(socket, reply));
  }

  String baseUrl() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** The heads of the requests so far, one per connection. */
  List<String> heads() {
    return new ArrayList<>(heads);
  }

  /** Waits until every conversation so far has ended. */
  void awaitEndOfConversations() throws InterruptedException {
    for (Thread thread : threads.subList(1, threads.size())) {
      thread.join();
    }
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Lets a moment pass; ends with an exception if the client hangs up. */
  static void pause(Socket socket) throws IOException {
    socket.setSoTimeout(10);
    try {
      if (socket.getInputStream().read() < 0) {
        throw new SocketException("the client hung up");
      }
    } catch (SocketTimeoutException e) {
      // nothing came, which is what is waited for
    }
  }

  /** Sends text for ever, a byte at a time with pauses, until the client hangs up. */
  static void dripForEver(Socket socket, String text) throws IOException {
    while (true) {
      for (int i = 0; i < text.length(); i++) {
        write(socket, text.substring(i, i + 1));
        pause(socket);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        run(() -> serve(socket));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = readHead(socket.getInputStream());
      heads.add(head);
      conversation.hold(socket, head);
    } catch (IOException e) {
      // the client hung up, as most of these tests want it to
    }
  }

  private void run(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private static String readHead(InputStream stream) throws IOException {
    StringBuilder head = new StringBuilder();
    int matched = 0;
    while (matched < END_OF_HEAD.length) {
      int read = stream.read();
      if (read < 0) {
        throw new IOException("the client hung up before the end of the head");
      }
      head.append((char) read);
      matched = read == END_OF_HEAD[matched] ? matched + 1 : read == '\r' ? 1 : 0;
    }
    return head.toString();
  }
}
