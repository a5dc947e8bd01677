// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.test.ScriptedConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as the server reads it.
 *
 * @param key the id that it asks for, or the purpose that it lists
 * @param after the cursor of a list, null for its first page
 * @param clientRequestId what the client calls it
 */
record Request(
    boolean delete,
    boolean isList,
    String key,
    @Nullable String after,
    int limit,
    String clientRequestId) {

  private static final Pattern ID = Pattern.compile("^[A-Z]+ [^ ?]*/(?:files|responses)/([^ ?/]+)");
  private static final Pattern PURPOSE = Pattern.compile("^GET [^ ]*[?&]purpose=([^ &]+)");
  private static final Pattern AFTER = Pattern.compile("^GET [^ ]*[?&]after=([^ &]+)");
  private static final Pattern LIMIT = Pattern.compile("^GET [^ ]*[?&]limit=([0-9]+)");
  private static final Pattern CLIENT_ID = Pattern.compile("\r\nX-Client-Request-Id: ([^\r]+)");

  /** Reads a request, which has no body; null if the client hangs up instead. */
  static @Nullable Request read(ScriptedConnection connection) throws IOException {
    StringBuilder head = new StringBuilder();
    byte[] bytes = new byte[1024];
    while (head.indexOf("\r\n\r\n") < 0) {
      int count = connection.socket().getInputStream().read(bytes);
      if (count < 0) {
        return null;
      }
      head.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
    }
    return parse(head.toString());
  }

  private static Request parse(String head) {
    String id = first(ID, head);
    String limit = first(LIMIT, head);
    return new Request(
        head.startsWith("DELETE "),
        id == null,
        String.valueOf(id == null ? first(PURPOSE, head) : id),
        first(AFTER, head),
        limit == null ? 100 : Integer.parseInt(limit),
        String.valueOf(first(CLIENT_ID, head)));
  }

  private static @Nullable String first(Pattern pattern, String head) {
    Matcher matcher = pattern.matcher(head);
    return matcher.find() ? matcher.group(1) : null;
  }
}
