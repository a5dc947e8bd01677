// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes everything but the unreserved characters of RFC 3986 section 2.3. */
final class PercentEncoding {

  private PercentEncoding() {}

  static String encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isUnreserved(text.charAt(i))) {
        return encodeForm(text);
      }
    }
    return text;
  }

  /** Java encodes for HTML forms, which differ in three characters. */
  private static String encodeForm(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
