// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import io.github.camelark.support.RawServer;
import io.github.camelark.transport.FakeTime;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request that came, as a {@link Behaviour} sees it.
 *
 * @param number which request of the call it is, the first being 1
 * @param fileId the id that a reply must speak of
 * @param floodTaken set if the client took a flood to its end
 * @param headMissed set if the client hung up before it had read the head of its reply
 */
record Visit(
    Socket socket,
    String head,
    int number,
    String fileId,
    FakeTime time,
    AtomicBoolean floodTaken,
    AtomicBoolean headMissed) {

  static final int FLOOD_BYTES = 50 * 1024 * 1024;

  /** So that a client that never hangs up fails a test, and does not stop it. */
  private static final int PATIENCE_MILLIS = 20_000;

  /** What an honest service answers to this request. */
  String honestBody() {
    String line = head.substring(0, head.indexOf("\r\n"));
    if (line.startsWith("DELETE")) {
      return "{\"id\":\"%s\",\"object\":\"file\",\"deleted\":true}".formatted(fileId);
    }
    String file = "{\"id\":\"%s\",\"object\":\"file\",\"status\":\"active\"}".formatted(fileId);
    return line.contains("/files/")
        ? file
        : "{\"object\":\"list\",\"data\":[%s],\"has_more\":false}".formatted(file);
  }

  /** The same with the head of a reply, which says how the body ends, and further headers. */
  String honestReply(String headers) {
    return reply("200 OK", headers, honestBody());
  }

  static String reply(String status, String headers, String body) {
    return "HTTP/1.1 %s\r\nContent-Length: %d\r\n%s\r\n%s"
        .formatted(status, body.length(), headers, body);
  }

  void write(String text) throws IOException {
    RawServer.write(socket, text);
  }

  /** Writes the same until the client hangs up, or 50 MB were written. */
  void flood(String text) throws IOException {
    byte[] bytes = text.repeat(1 + 64 * 1024 / text.length()).getBytes(StandardCharsets.US_ASCII);
    for (long written = 0; written < FLOOD_BYTES; written += bytes.length) {
      socket.getOutputStream().write(bytes);
    }
    floodTaken.set(true);
  }

  /** Returns when the client has hung up, or should have long ago. */
  void awaitHangUp() throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    try {
      while (socket.getInputStream().read() >= 0) {
        // nobody wants to know what it says
      }
    } catch (IOException e) {
      // that is a way to hang up too
    }
  }

  /** Returns when the client has read the head that was written and waits for more of the body. */
  void awaitReadingOfBody() throws IOException {
    try {
      while (!isBodyRead()) {
        RawServer.pause(socket);
      }
    } catch (SocketException e) {
      headMissed.set(true);
      throw e;
    }
  }

  private static boolean isBodyRead() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().endsWith(".ReplyReader"));
  }

  /** Writes this, a byte at a time, until the client hangs up, or should have long ago. */
  void drip(String text) throws IOException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    for (int i = 0; System.nanoTime() < end; i++) {
      write(text.substring(i % text.length(), i % text.length() + 1));
      RawServer.pause(socket);
    }
  }

  void close() throws IOException {
    socket.close();
  }

  /** Closes the connection with a TCP reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
