// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The server's end of a connection. Used by one thread, but closed by any. */
final class Connection implements AutoCloseable {

  private static final String END_OF_HEAD = "\r\n\r\n";

  private final Socket socket;
  private final InputStream in;

  Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    socket.setTcpNoDelay(true);
  }

  /** Reads the head of a request; null if the client hangs up instead. */
  @Nullable String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < END_OF_HEAD.length()
        || head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
      int read = in.read();
      if (read < 0) {
        return null;
      }
      head.append((char) read);
    }
    return head.toString();
  }

  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  void writeByteByByte(String text) throws IOException {
    for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
      socket.getOutputStream().write(b);
    }
  }

  /** Writes until the client hangs up, which is an exception. */
  void writeForEver(String start, String text) throws IOException {
    write(start);
    String much = text.repeat(8 * 1024);
    while (true) {
      write(much);
    }
  }

  /** Lets time pass; ends with an exception if the client hangs up meanwhile. */
  void pause(int milliseconds) throws IOException {
    socket.setSoTimeout(milliseconds);
    try {
      throw new IOException(in.read() < 0 ? "the client hung up" : "the client spoke");
    } catch (SocketTimeoutException e) {
      socket.setSoTimeout(0);
    }
  }

  void awaitHangUp() throws IOException {
    while (in.read() >= 0) {
      // what it still says is of no interest
    }
  }

  /** Has the connection end with a reset when it is closed. */
  void resetWhenClosed() throws IOException {
    socket.setSoLinger(true, 0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
