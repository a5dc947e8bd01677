// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether samples are flat. What comes first is warm-up; of the rest the medians of the first and
 * of the last third are compared.
 */
final class SoakVerdict {

  private static final double WARM_UP = 0.1;

  /** 5 percent of the heap and half a megabyte: what a collection leaves behind varies. */
  private static final double HEAP_FACTOR = 1.05;

  private static final long HEAP_BYTES = 512 * 1024;

  /** A thread or connection may just be there when a sample is taken. */
  private static final long COUNT = 1;

  private final List<Footprint> first;
  private final List<Footprint> last;

  SoakVerdict(List<Footprint> samples) {
    int warmUp = Math.max(1, (int) Math.ceil(samples.size() * WARM_UP));
    List<Footprint> warm = samples.subList(Math.min(warmUp, samples.size()), samples.size());
    int third = Math.max(1, warm.size() / 3);
    this.first = warm.isEmpty() ? samples : warm.subList(0, third);
    this.last = warm.isEmpty() ? samples : warm.subList(warm.size() - third, warm.size());
  }

  /** What grows, a line each; empty if nothing does. */
  List<String> growth() {
    List<String> growth = new ArrayList<>();
    long heap = median(first, Footprint::heapBytes);
    compare(
        growth, "heap in bytes", Footprint::heapBytes, (long) (heap * HEAP_FACTOR) + HEAP_BYTES);
    compare(growth, "threads", Footprint::threads, median(first, Footprint::threads) + COUNT);
    compare(
        growth, "open files", Footprint::openFiles, median(first, Footprint::openFiles) + COUNT);
    return growth;
  }

  /** The medians in a line. */
  String line() {
    return ("medians of the first and the last third after warm-up:"
            + " heap %.2f and %.2f MB, threads %d and %d, open files %d and %d")
        .formatted(
            median(first, Footprint::heapBytes) / 1048576.0,
            median(last, Footprint::heapBytes) / 1048576.0,
            median(first, Footprint::threads),
            median(last, Footprint::threads),
            median(first, Footprint::openFiles),
            median(last, Footprint::openFiles));
  }

  private void compare(
      List<String> growth, String what, ToLongFunction<Footprint> figure, long limit) {
    long end = median(last, figure);
    if (end > limit) {
      growth.add(
          "%s: from %,d to %,d, more than %,d".formatted(what, median(first, figure), end, limit));
    }
  }

  private static long median(List<Footprint> samples, ToLongFunction<Footprint> figure) {
    return samples.stream()
        .mapToLong(figure)
        .sorted()
        .skip((samples.size() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }
}
