// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the replies of a script; see {@link ScriptedReply#read}. */
final class ScriptText {

  private ScriptText() {}

  static List<ScriptedReply> replies(String script) {
    if (!(JsonReader.object(script).get("replies") instanceof List<?> entries)) {
      throw new IllegalArgumentException("a script needs an array replies");
    }
    List<ScriptedReply> replies = new ArrayList<>();
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> reply)) {
        throw new IllegalArgumentException("a reply must be an object: " + entry);
      }
      replies.add(reply(reply));
    }
    return List.copyOf(replies);
  }

  private static ScriptedReply reply(Map<?, ?> entry) {
    byte[] raw = bytes(entry, "raw");
    ScriptedReply reply = raw == null ? httpReply(entry) : ScriptedReply.raw(raw);
    Object when = entry.get("when");
    return when == null ? reply : reply.when(when.toString());
  }

  private static ScriptedReply httpReply(Map<?, ?> entry) {
    if (!(entry.get("status") instanceof BigDecimal status)) {
      throw new IllegalArgumentException("a reply needs a status or raw: " + entry);
    }
    byte[] body = bytes(entry, "body");
    ScriptedReply reply =
        ScriptedReply.of(status.intValueExact(), body == null ? new byte[0] : body);
    if (entry.get("headers") instanceof List<?> headers) {
      for (Object header : headers) {
        reply = reply.withHeaderLine(String.valueOf(header));
      }
    }
    return reply;
  }

  /** Returns a text, or bytes in base64 under the same name with {@code _b64}. */
  private static byte @Nullable [] bytes(Map<?, ?> entry, String name) {
    if (entry.get(name) instanceof String text) {
      return text.getBytes(UTF_8);
    }
    return entry.get(name + "_b64") instanceof String base64
        ? Base64.getDecoder().decode(base64)
        : null;
  }
}
