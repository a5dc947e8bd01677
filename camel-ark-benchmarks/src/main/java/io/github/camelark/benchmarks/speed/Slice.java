// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one short stretch of calls cost.
 *
 * @param nanos per call, as its thread sees it
 * @param cpuNanos per call, of the whole process
 * @param bytes allocated per call, by all threads
 * @param compilerShare the part of the time in which the compiler worked
 */
record Slice(double nanos, double cpuNanos, double bytes, double compilerShare) {

  static Slice fromLine(String line) {
    List<Double> numbers = Arrays.stream(line.split(" ")).map(Double::valueOf).toList();
    return new Slice(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
  }

  String toLine() {
    return String.format(Locale.ROOT, "%f %f %f %f", nanos, cpuNanos, bytes, compilerShare);
  }
}
