// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of one scan.
 *
 * @param files how many files came
 * @param nanos how long it took, measuring left out
 * @param requests how many lists the server was asked for
 * @param heapAtStart bytes in use before the first file
 * @param heapInMiddle bytes in use at half of the files; 0 if it did not get there
 * @param heapAtEnd bytes in use after the last file
 */
record ScanResult(
    long files, long nanos, int requests, long heapAtStart, long heapInMiddle, long heapAtEnd) {

  private static final String PREFIX = "scan ";

  /** Whether a line is one that {@link #toLine} wrote. */
  static boolean isLine(String line) {
    return line.startsWith(PREFIX);
  }

  static ScanResult fromLine(String line) {
    List<Long> numbers =
        Arrays.stream(line.substring(PREFIX.length()).split(" ")).map(Long::valueOf).toList();
    return new ScanResult(
        numbers.get(0),
        numbers.get(1),
        numbers.get(2).intValue(),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5));
  }

  /** One line, for the standard output of a process. */
  String toLine() {
    return List.<Long>of(files, nanos, (long) requests, heapAtStart, heapInMiddle, heapAtEnd)
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" ", PREFIX, ""));
  }

  double filesPerSecond() {
    return files * 1e9 / nanos;
  }
}
