// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/**
 * A server that answers one request after the other with bytes given beforehand, whatever they are.
 * One thread serves everybody, for there is one client that makes one call at a time.
 */
public final class ScriptServer implements AutoCloseable {

  /** How long a client that keeps the connection has to send its next request. */
  private static final int PATIENCE_MILLISECONDS = 5;

  private static final int LONGEST_SILENCE_MILLISECONDS = 10_000;

  private final ServerSocket listener;
  private final boolean keepsConnections;
  private final List<byte[]> served = new CopyOnWriteArrayList<>();
  private volatile IntFunction<byte[]> script = request -> new byte[0];

  private ScriptServer(boolean keepsConnections) throws IOException {
    this.keepsConnections = keepsConnections;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "script-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Closes each connection after one reply, so that no reply is waited for longer than it is. */
  public static ScriptServer closing() throws IOException {
    return new ScriptServer(false);
  }

  /** Keeps a connection until its client falls silent, be it that it waits for the rest. */
  public static ScriptServer keeping() throws IOException {
    return new ScriptServer(true);
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** Answers the next requests with these, and with the last one whatever comes after. */
  public void play(List<byte[]> replies) {
    play(request -> replies.get(Math.min(request, replies.size() - 1)));
  }

  /** Answers the next requests with these, and begins anew at their end. */
  public void playInCircles(List<byte[]> replies) {
    play(request -> replies.get(request % replies.size()));
  }

  private void play(IntFunction<byte[]> replies) {
    served.clear();
    script = replies;
  }

  /** What was answered since the script began, one reply per request. */
  public List<byte[]> served() {
    return List.copyOf(served);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        serve(socket);
      } catch (IOException e) {
        // the client hung up, or the server is closed
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(LONGEST_SILENCE_MILLISECONDS);
    while (readHead(socket.getInputStream())) {
      byte[] reply = script.apply(served.size());
      served.add(reply);
      socket.getOutputStream().write(reply);
      if (!keepsConnections) {
        return;
      }
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
    }
  }

  /** Whether there was a whole one; nothing follows it before it is answered. */
  private static boolean readHead(InputStream stream) throws IOException {
    byte[] head = new byte[4 * 1024];
    int size = 0;
    try {
      while (size < 4 || head[size - 1] != '\n' || head[size - 3] != '\n') {
        head = size == head.length ? Arrays.copyOf(head, 2 * size) : head;
        int read = stream.read(head, size, head.length - size);
        if (read < 0) {
          return false;
        }
        size += read;
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }
}
