// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts and joins bytes. */
final class Bytes {

  private static final int MOST_SHOWN = 600;

  private Bytes() {}

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] concat(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int end = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, end, part.length);
      end += part.length;
    }
    return all;
  }

  /** The bytes with those from start to end replaced. */
  static byte[] replace(byte[] bytes, int start, int end, byte[] by) {
    return concat(
        Arrays.copyOfRange(bytes, 0, start), by, Arrays.copyOfRange(bytes, end, bytes.length));
  }

  static byte[] repeat(byte[] bytes, int times) {
    byte[] all = new byte[bytes.length * times];
    for (int start = 0; start < all.length; start += bytes.length) {
      System.arraycopy(bytes, 0, all, start, bytes.length);
    }
    return all;
  }

  /** On one line, with the middle left out if it is long. */
  static String show(byte[] bytes) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      if (i == MOST_SHOWN && bytes.length > 2 * MOST_SHOWN) {
        shown.append(" ...").append(bytes.length - 2 * MOST_SHOWN).append(" more bytes... ");
        i = bytes.length - MOST_SHOWN;
      }
      append(shown, bytes[i]);
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, byte b) {
    switch (b) {
      case '\r' -> shown.append("\\r");
      case '\n' -> shown.append("\\n");
      case '\\' -> shown.append("\\\\");
      default -> {
        if (b >= ' ' && b < 127) {
          shown.append((char) b);
        } else {
          shown.append(String.format("\\x%02x", b));
        }
      }
    }
  }
}
