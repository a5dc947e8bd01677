// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

/** How far apart two spellings are. */
final class Spelling {

  private Spelling() {}

  /** How many letters must be inserted, removed or replaced to turn one into the other. */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int replaced =
            above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        int insertedOrRemoved = Math.min(above[column], current[column - 1]) + 1;
        current[column] = Math.min(replaced, insertedOrRemoved);
      }
      above = current;
    }
    return above[other.length()];
  }
}
