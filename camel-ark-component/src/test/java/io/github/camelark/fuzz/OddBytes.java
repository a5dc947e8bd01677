// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.nio.charset.StandardCharsets;

/** Bytes that mean something to a reader of HTTP, JSON or UTF-8, or that must not be there. */
final class OddBytes {

  private static final byte[] SINGLE =
      Bytes.latin1("\0\t\n\r \"\\{}[],:;-0/<\u007f\u0080\u00c0\u00c3\u00e2\u00ed\u00f4\u00ff");

  private static final byte[][] PARTS = {
    Bytes.latin1("\r\n"),
    Bytes.latin1("\r\n\r\n"),
    Bytes.latin1("\r"),
    Bytes.latin1("\n \n"),
    Bytes.latin1("\0\0\0\0"),
    Bytes.latin1("\u00ef\u00bb\u00bf"),
    // overlong, a surrogate, beyond Unicode, a start without an end: no UTF-8
    Bytes.latin1("\u00c0\u00af"),
    Bytes.latin1("\u00ed\u00a0\u0080"),
    Bytes.latin1("\u00f4\u0090\u0080\u0080"),
    Bytes.latin1("\u00f0\u009f\u0098"),
    "\u202e\u2028\u0085\u001b[2J".getBytes(StandardCharsets.UTF_8),
    Bytes.latin1("\\ud800"),
    Bytes.latin1("\\u0000"),
    Bytes.latin1("\\u000a"),
    Bytes.latin1("\\x"),
    Bytes.latin1("/*"),
    Bytes.latin1("//"),
    Bytes.latin1("\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\n"),
    Bytes.latin1("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
    Bytes.latin1("\"download_url\":\"" + Seed.KEY),
    Bytes.latin1(Seed.KEY),
    Bytes.latin1(",\"error\":{"),
    Bytes.latin1("{\"id\":\"" + Seed.ID + "\"},"),
  };

  private OddBytes() {}

  static byte single(int which) {
    return SINGLE[which % SINGLE.length];
  }

  static byte[] part(int which) {
    return PARTS[which % PARTS.length];
  }
}
