// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text that came from a server safe to print: a file name or an error message may hold line
 * breaks that forge log entries, terminal escapes, or a pre-signed address. Thread-safe.
 */
public final class RemoteText {

  /** Not only in JSON: a gateway may quote it, put it into a list, or cut it anywhere. */
  private static final Pattern PRE_SIGNED =
      Pattern.compile(
          "(download_url[\\\\\"']*\\s*[:=]\\s*)"
              + "(?:\\[[^]]*]?|\\{[^}]*}?|\\\\*\"[^\"]*\"?|'[^']*'?|(?!null)[^\\s<>\"',}]+)");

  private static final HexFormat HEX = HexFormat.of();
  private static final String ELLIPSIS = "…";

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
        escaped.append("\\u").append(HEX.toHexDigits(c));
      } else if (escaped != null) {
        escaped.append(c);
      }
    }
    return escaped == null ? text.toString() : escaped.toString();
  }

  /**
   * The start of the text, escaped and then at most so many characters; a cut is shown by an
   * ellipsis, which is one more.
   */
  public static String excerpt(@Nullable String text, int maxCharacters) {
    String escaped =
        escape(
            text == null || text.length() <= maxCharacters
                ? text
                : text.substring(0, maxCharacters + 1));
    if (escaped.length() <= maxCharacters) {
      return escaped;
    }
    int end = Character.isHighSurrogate(escaped.charAt(maxCharacters - 1)) ? 1 : 0;
    return escaped.substring(0, maxCharacters - end) + ELLIPSIS;
  }

  /** As {@link #excerpt}, but at most so many bytes in UTF-8, the ellipsis included. */
  public static String excerptOfBytes(String text, int maxBytes) {
    String escaped = escape(text);
    int room = maxBytes - sizeOf(ELLIPSIS);
    int bytes = 0;
    int fits = 0;
    for (int i = 0; i < escaped.length(); i = escaped.offsetByCodePoints(i, 1)) {
      bytes += sizeOf(Character.toString(escaped.codePointAt(i)));
      if (bytes <= room) {
        fits = escaped.offsetByCodePoints(i, 1);
      }
      if (bytes > maxBytes) {
        return escaped.substring(0, fits) + ELLIPSIS;
      }
    }
    return escaped;
  }

  private static int sizeOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The text with the value of each {@code download_url}, which is pre-signed, left out. */
  public static String withoutDownloadUrl(String text) {
    return text.contains("download_url") ? PRE_SIGNED.matcher(text).replaceAll("$1\"***\"") : text;
  }

  private static boolean isUnsafe(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
