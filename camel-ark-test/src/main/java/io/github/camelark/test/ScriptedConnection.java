// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * A client's connection to a {@link ScriptedServer}, for replies that are more than prepared bytes:
 * late, slow, endless or truncated. Its methods throw an {@link IOException} once the client has
 * hung up or the server is closed; a {@link Handler} lets it pass. Used by the thread of its
 * connection; {@link #close} and {@link #reset} by any thread.
 */
public final class ScriptedConnection {

  private static final int PAUSE_MILLIS = 10;

  /** A client that never hangs up must fail its test, not block it. */
  private static final int PATIENCE_MILLIS = 20_000;

  /** What the server does on a connection. Called by one thread per connection. */
  @FunctionalInterface
  public interface Handler {

    /** Reads, writes, waits or closes; an exception closes the connection. */
    void handle(ScriptedConnection connection) throws IOException;
  }

  private final Socket socket;
  private String head = "";

  ScriptedConnection(Socket socket) {
    this.socket = socket;
  }

  void received(String newHead) {
    head = newHead;
  }

  /**
   * Returns the request line and the headers of the last request, unchanged and with its keys, up
   * to and including the empty line; an empty text before the first request.
   */
  public String head() {
    return head;
  }

  /** Returns the socket, for what this class does not offer. */
  public Socket socket() {
    return socket;
  }

  /** Sends a text in ISO 8859-1 at once, in a packet of its own if the network lets it. */
  public void write(String text) throws IOException {
    write(text.getBytes(ISO_8859_1));
  }

  /** Sends bytes at once, in a packet of their own if the network lets it. */
  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /**
   * Sends a text over and over, one byte every 10 ms. Returns after 20 seconds if the client has
   * not hung up by then.
   */
  public void drip(String text) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    long begun = System.nanoTime();
    for (int i = 0; System.nanoTime() - begun < PATIENCE_MILLIS * 1_000_000L; i++) {
      write(new byte[] {bytes[i % bytes.length]});
      pause();
    }
  }

  /** Waits 10 ms, or less if the client sends something, which is skipped. */
  public void pause() throws IOException {
    int before = socket.getSoTimeout();
    socket.setSoTimeout(PAUSE_MILLIS);
    try {
      if (socket.getInputStream().read() < 0) {
        throw new SocketException("the client hung up");
      }
    } catch (SocketTimeoutException e) {
      // the client is silent, and still there
    }
    socket.setSoTimeout(before);
  }

  /** Reads and skips until the client hangs up; returns after 20 seconds of silence as well. */
  public void awaitHangUp() throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    try {
      while (socket.getInputStream().read() >= 0) {
        // skipped
      }
    } catch (IOException e) {
      // a reset ends a connection too
    }
  }

  /** Closes the connection; closing again does nothing. */
  public void close() throws IOException {
    socket.close();
  }

  /** Closes the connection with a TCP reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
