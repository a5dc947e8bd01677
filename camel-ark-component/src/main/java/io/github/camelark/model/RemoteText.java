// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text that came from a server safe to print: a file name or an error message may hold line
 * breaks that forge log entries, terminal escapes, or a pre-signed address. Thread-safe.
 */
public final class RemoteText {

  private static final Pattern PRE_SIGNED =
      Pattern.compile("(\"download_url\"\\s*:\\s*)\"[^\"]*\"?");

  private RemoteText() {}

  /**
   * The text with every control character, line separator and bidirectional override written as a
   * {@code \\u} escape, on one line.
   *
   * @param text any text, null is printed as {@code null}
   */
  public static String escape(@Nullable CharSequence text) {
    if (text == null) {
      return "null";
    }
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnsafe(c)) {
        if (escaped == null) {
          escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        escaped.append(String.format("\\u%04x", (int) c));
      } else if (escaped != null) {
        escaped.append(c);
      }
    }
    return escaped == null ? text.toString() : escaped.toString();
  }

  /** The start of the text, at most so many characters, escaped; a cut is shown by an ellipsis. */
  public static String excerpt(@Nullable String text, int maxCharacters) {
    if (text == null || text.length() <= maxCharacters) {
      return escape(text);
    }
    int end = Character.isHighSurrogate(text.charAt(maxCharacters - 1)) ? 1 : 0;
    return escape(text.substring(0, maxCharacters - end)) + "…";
  }

  /** The JSON text with the value of each {@code download_url}, which is pre-signed, left out. */
  public static String withoutDownloadUrl(String json) {
    return json.contains("download_url") ? PRE_SIGNED.matcher(json).replaceAll("$1\"***\"") : json;
  }

  private static boolean isUnsafe(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
