// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

/**
 * What came of deleting very many files.
 *
 * @param nanos how long it took
 * @param deleted how many are gone
 * @param failed how many are not
 */
record Deletions(long nanos, int deleted, int failed) {

  static Deletions fromLine(String line) {
    String[] words = line.split(" ");
    return new Deletions(
        Long.parseLong(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
  }

  String toLine() {
    return nanos + " " + deleted + " " + failed;
  }

  double seconds() {
    return nanos / 1e9;
  }
}
