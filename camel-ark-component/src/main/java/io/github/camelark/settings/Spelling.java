// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import java.util.Locale;

/** Finds misspelt words. */
final class Spelling {

  private static final int LONG_WORD = 6;

  private Spelling() {}

  /**
   * Whether a word is another but for its case, one letter more, less, wrong or in the wrong place,
   * or two of them in a long word. A word that has the other in it with two letters more, as {@code
   * inactive} has {@code active}, is a word of its own.
   */
  static boolean isNearly(String word, String other) {
    String one = word.toLowerCase(Locale.ROOT);
    if (Math.abs(one.length() - other.length()) > 2) {
      return false;
    }
    int distance = distance(one, other);
    return distance < 2 || (distance == 2 && other.length() >= LONG_WORD && !one.contains(other));
  }

  /** How many letters must be inserted, removed, replaced or swapped with their neighbour. */
  private static int distance(String one, String other) {
    int[][] distances = new int[one.length() + 1][other.length() + 1];
    for (int row = 0; row <= one.length(); row++) {
      for (int column = 0; column <= other.length(); column++) {
        distances[row][column] =
            row == 0 || column == 0 ? row + column : least(distances, one, other, row, column);
      }
    }
    return distances[one.length()][other.length()];
  }

  private static int least(int[][] distances, String one, String other, int row, int column) {
    boolean same = one.charAt(row - 1) == other.charAt(column - 1);
    int least =
        Math.min(
            distances[row - 1][column - 1] + (same ? 0 : 1),
            Math.min(distances[row - 1][column], distances[row][column - 1]) + 1);
    boolean swapped =
        row > 1
            && column > 1
            && one.charAt(row - 1) == other.charAt(column - 2)
            && one.charAt(row - 2) == other.charAt(column - 1);
    return swapped ? Math.min(least, distances[row - 2][column - 2] + 1) : least;
  }
}
