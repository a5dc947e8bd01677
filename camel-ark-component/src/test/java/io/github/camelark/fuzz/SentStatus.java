// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every status that a reader could find in the bytes of a reply, however spoilt. */
final class SentStatus {

  /**
   * A reader may begin at any status line, for some skip what comes before, and takes a carriage
   * return in its middle for a space.
   */
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/[^ \\t\\n]*[ \\t\\r]+[+0]*(\\d{1,9})");

  private static final Pattern END_OF_HEAD = Pattern.compile("\\n\\r?\\n");

  private SentStatus() {}

  static Set<Integer> of(byte[] reply) {
    return ofAll(List.of(reply));
  }

  /** Whether a success can be read from a reply: from a whole head, with such a status. */
  static boolean isSuccess(byte[] reply) {
    return END_OF_HEAD.matcher(new String(reply, StandardCharsets.ISO_8859_1)).find()
        && of(reply).stream().anyMatch(status -> status >= 200 && status < 300);
  }

  static Set<Integer> ofAll(List<byte[]> replies) {
    Set<Integer> found = new TreeSet<>();
    for (byte[] reply : replies) {
      Matcher line = STATUS_LINE.matcher(new String(reply, StandardCharsets.ISO_8859_1));
      while (line.find()) {
        found.add(Integer.valueOf(line.group(1)));
      }
    }
    return found;
  }
}
