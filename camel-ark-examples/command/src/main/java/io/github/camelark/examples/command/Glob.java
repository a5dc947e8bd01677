// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import org.jspecify.annotations.Nullable;

/**
 * A pattern of file names: {@code *} is any text, {@code ?} one character, all else itself, case
 * and slashes too. Immutable.
 *
 * <p>Names are user input, so no name may take long to match: the work is at most the length of the
 * name times that of the pattern, unlike that of a regular expression or a matcher that backtracks
 * star by star.
 */
public final class Glob {

  private static final int NOWHERE = -1;

  private final String text;
  private final int[] pattern;

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it has brackets or braces, which are special in other globs
   */
  public Glob(String text) {
    if (text.chars().anyMatch(character -> "[]{}".indexOf(character) >= 0)) {
      throw new IllegalArgumentException(
          "only * and ? are special in a glob: give a list in place of {a,b}, and ? in place of"
              + " [ab]");
    }
    this.text = text;
    this.pattern = text.codePoints().toArray();
  }

  /** Returns whether there is nothing but stars, so that every name fits. */
  public boolean isAnything() {
    return pattern.length > 0 && text.codePoints().allMatch(character -> character == '*');
  }

  /** Returns whether the whole name fits. */
  public boolean matches(String name) {
    int[] characters = name.codePoints().toArray();
    int place = 0;
    int next = 0;
    int star = NOWHERE;
    int starEnd = 0;
    while (next < characters.length) {
      if (place < pattern.length && pattern[place] == '*') {
        star = place++;
        starEnd = next;
      } else if (place < pattern.length && fits(pattern[place], characters[next])) {
        place++;
        next++;
      } else if (star != NOWHERE) {
        // The latest star takes one more. Earlier ones need not: what they could take, it can.
        place = star + 1;
        next = ++starEnd;
      } else {
        return false;
      }
    }
    while (place < pattern.length && pattern[place] == '*') {
      place++;
    }
    return place == pattern.length;
  }

  private static boolean fits(int wanted, int character) {
    return wanted == '?' || wanted == character;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
