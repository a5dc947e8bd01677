// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what an error in HTML or XML says: the title of a page, the message of an XML error. */
public final class ErrorPage {

  private static final int LOOKED_AT_BYTES = 8 * 1024;
  private static final int MAX_CHARACTERS = 300;

  private ErrorPage() {}

  /** What it says; null if it is neither, or says nothing. */
  public static @Nullable String words(byte[] body) {
    String text =
        new String(body, 0, Math.min(body.length, LOOKED_AT_BYTES), StandardCharsets.UTF_8);
    if (!text.stripLeading().startsWith("<") && !text.startsWith("\uFEFF<")) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String message = inside("message", text, lower);
    if (message == null) {
      return inside("title", text, lower);
    }
    String code = inside("code", text, lower);
    return code == null ? message : code + ": " + message;
  }

  private static @Nullable String inside(String element, String text, String lower) {
    int start = lower.indexOf("<" + element);
    int end = lower.indexOf("</" + element, Math.max(0, start));
    int open = start < 0 ? -1 : lower.indexOf('>', start);
    if (open < 0 || end < open || lower.length() != text.length()) {
      return null;
    }
    String content = text.substring(open + 1, Math.min(end, open + 1 + MAX_CHARACTERS));
    String words = content.strip().replaceAll("\\s+", " ");
    return words.isEmpty() || words.startsWith("<") ? null : words;
  }
}
