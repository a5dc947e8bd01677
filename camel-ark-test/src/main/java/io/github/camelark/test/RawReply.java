// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Writes a scripted reply as it goes over the wire. */
final class RawReply {

  private RawReply() {}

  static byte[] bytes(ScriptedReply reply) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " \r\n");
    reply.headers().forEach(line -> head.append(line).append("\r\n"));
    boolean bodiless = reply.status() == 204 || reply.status() == 304;
    byte[] body = bodiless ? new byte[0] : reply.body();
    if (body.length > 0 && reply.header("Content-Type") == null) {
      head.append("Content-Type: application/json\r\n");
    }
    if (!bodiless && !isFramed(reply)) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** A reply that frames itself may do so wrongly: its end is then that of the connection. */
  static boolean keepsConnection(ScriptedReply reply) {
    return !isFramed(reply) && !"close".equalsIgnoreCase(reply.header("Connection"));
  }

  private static boolean isFramed(ScriptedReply reply) {
    return reply.header("Content-Length") != null || reply.header("Transfer-Encoding") != null;
  }
}
