// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.transport.FakeTime;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request that came, as a {@link Behaviour} sees it.
 *
 * @param number which request of the call it is, the first being 1
 * @param fileId the id that a reply must name
 * @param floodTaken set if the client read a flood to its end
 * @param headMissed set if the client hung up before it had read the head of its reply
 */
record Visit(
    ScriptedConnection connection,
    int number,
    String fileId,
    FakeTime time,
    AtomicBoolean floodTaken,
    AtomicBoolean headMissed) {

  static final int FLOOD_BYTES = 50 * 1024 * 1024;

  /** The normal answer to this request. */
  String honestBody() {
    String line = connection.head().lines().findFirst().orElseThrow();
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

  /** Writes the same until the client hangs up, or 50 MB were written. */
  void flood(String text) throws IOException {
    byte[] bytes = text.repeat(1 + 64 * 1024 / text.length()).getBytes(StandardCharsets.US_ASCII);
    for (long written = 0; written < FLOOD_BYTES; written += bytes.length) {
      connection.write(bytes);
    }
    floodTaken.set(true);
  }

  /** Returns when the client has read the head that was written and waits for more of the body. */
  void awaitReadingOfBody() throws IOException {
    try {
      while (!isBodyRead()) {
        connection.pause();
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
}
