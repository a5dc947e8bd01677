// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

/** Text from outside, fit for a header, a log or a column. */
public final class PlainText {

  /** Longer than any message that is needed, shorter than the column. */
  private static final int MAX_LENGTH = 1000;

  private PlainText() {}

  /** The text with spaces for control characters, truncated to 1,000 characters. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .limit(MAX_LENGTH)
        .map(c -> isPlain(c) ? c : ' ')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Whether all of it can be printed and stored. */
  static boolean isPlain(String text) {
    return text.codePoints().allMatch(PlainText::isPlain);
  }

  private static boolean isPlain(int c) {
    return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
  }
}
