// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections on 127.0.0.1, holds each conversation on a thread of its own, and ends them
 * all when it is closed.
 */
final class LoopbackServer implements AutoCloseable {

  /** What happens on one connection; afterwards it is closed. */
  @FunctionalInterface
  interface Conversation {
    void hold(Socket socket) throws IOException;
  }

  static final InetAddress ADDRESS = InetAddress.getLoopbackAddress();

  private final ServerSocket listener;
  private final Conversation conversation;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private LoopbackServer(ServerSocket listener, Conversation conversation) {
    this.listener = listener;
    this.conversation = conversation;
    startThread(this::accept);
  }

  static LoopbackServer start(Conversation conversation) throws IOException {
    return start(listen(), conversation);
  }

  /** A socket without TLS. */
  static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 50, ADDRESS);
  }

  static LoopbackServer start(ServerSocket listener, Conversation conversation) {
    return new LoopbackServer(listener, conversation);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many connections there were so far. */
  int connections() {
    return connections.get();
  }

  static void startThread(Runnable task) {
    Thread thread = new Thread(task, "loopback-server");
    thread.setDaemon(true);
    thread.start();
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
        connections.incrementAndGet();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        startThread(() -> hold(socket));
      } catch (IOException e) {
        // closed, which ends the loop
      }
    }
  }

  private void hold(Socket socket) {
    try (socket) {
      conversation.hold(socket);
    } catch (IOException e) {
      // the client hung up, or does not trust us, as most of these tests want it to
    }
  }
}
