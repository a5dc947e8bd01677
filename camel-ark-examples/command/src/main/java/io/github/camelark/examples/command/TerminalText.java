// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes text from a service safe to print on a terminal: the name of a file may hold line breaks
 * and escape sequences.
 */
public final class TerminalText {

  private TerminalText() {}

  /**
   * The text with each control character, line separator and bidirectional override written as a
   * {@code \\u} escape, on one line.
   *
   * @param text any text; null is printed as {@code null}
   */
  public static String escape(@Nullable String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : String.valueOf(text).toCharArray()) {
      if (isSafe(c)) {
        escaped.append(c);
      } else {
        escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return escaped.toString();
  }

  private static boolean isSafe(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
