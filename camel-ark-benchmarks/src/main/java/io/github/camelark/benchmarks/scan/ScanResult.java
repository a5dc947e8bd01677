// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.scan;

import java.util.Arrays;
import java.util.List;

/**
 * What one scan found.
 *
 * @param files how many files came
 * @param nanos how long it took, without the measuring
 * @param requests how many lists the server was asked for
 * @param heapAtStart bytes in use before the first file
 * @param heapInMiddle bytes in use at half of the files; 0 if it did not get there
 * @param heapAtEnd bytes in use after the last file
 */
record ScanResult(
    long files, long nanos, int requests, long heapAtStart, long heapInMiddle, long heapAtEnd) {

  static ScanResult fromLine(String line) {
    List<Long> numbers = Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
    return new ScanResult(
        numbers.get(0),
        numbers.get(1),
        numbers.get(2).intValue(),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5));
  }

  String toLine() {
    return "%d %d %d %d %d %d"
        .formatted(files, nanos, requests, heapAtStart, heapInMiddle, heapAtEnd);
  }

  double filesPerSecond() {
    return files * 1e9 / nanos;
  }
}
