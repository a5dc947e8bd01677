// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * The head of a request, as it came, secrets included.
 *
 * @param lines the request line and the header lines
 */
record HttpHead(List<String> lines) {

  /** From the request line to the empty line. */
  static HttpHead of(String text) {
    return new HttpHead(text.lines().filter(line -> !line.isEmpty()).toList());
  }

  static List<HttpHead> of(List<String> texts) {
    return texts.stream().map(HttpHead::of).toList();
  }

  /** The head of the next request, or null at the end of the stream. */
  static HttpHead read(InputStream stream) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int read = stream.read();
      if (read < 0) {
        return null;
      }
      text.append((char) read);
    }
    return of(text.toString());
  }

  String method() {
    return lines.get(0).split(" ")[0];
  }

  /** What stands between method and version in the request line. */
  String target() {
    return lines.get(0).split(" ")[1];
  }

  /** The value of a header, or null. */
  String header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).trim())
        .findFirst()
        .orElse(null);
  }
}
