// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;

/** Encodes everything but the unreserved characters of RFC 3986 section 2.3. */
final class PercentEncoding {

  private static final BitSet UNRESERVED = new BitSet(128);
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        .chars()
        .forEach(UNRESERVED::set);
  }

  private PercentEncoding() {}

  static String encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!UNRESERVED.get(text.charAt(i))) {
        return encode(text, i);
      }
    }
    return text;
  }

  private static String encode(String text, int firstReserved) {
    StringBuilder encoded = new StringBuilder(text.length() + 32).append(text, 0, firstReserved);
    for (byte b : text.substring(firstReserved).getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0 && UNRESERVED.get(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%');
        HEX.toHexDigits(encoded, b);
      }
    }
    return encoded.toString();
  }
}
