// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What grows from sample to sample. The first tenth is warm-up; of the rest the medians of the
 * first and of the last third are compared.
 */
final class Growth {

  private static final double WARM_UP = 0.1;

  /** 5 percent of the heap and half a megabyte: what a collection leaves behind varies. */
  private static final double HEAP_FACTOR = 1.05;

  private static final long HEAP_BYTES = 512 * 1024;

  /** A thread may be there all the time, or a connection, of which this process has both ends. */
  private static final long THREADS = 1;

  private static final long OPEN_FILES = 2;

  private final List<Footprint> first;
  private final List<Footprint> last;

  Growth(List<Footprint> samples) {
    int warmUp = Math.max(1, (int) Math.ceil(samples.size() * WARM_UP));
    List<Footprint> warm = samples.subList(Math.min(warmUp, samples.size()), samples.size());
    int third = Math.max(1, warm.size() / 3);
    this.first = warm.isEmpty() ? samples : warm.subList(0, third);
    this.last = warm.isEmpty() ? samples : warm.subList(warm.size() - third, warm.size());
  }

  /** What grows, a line each; empty if nothing does. */
  List<String> found() {
    List<String> growth = new ArrayList<>();
    long heap = lowest(first, Footprint::heapBytes);
    compare(
        growth, "heap in bytes", Footprint::heapBytes, (long) (heap * HEAP_FACTOR) + HEAP_BYTES);
    compare(growth, "threads", Footprint::threads, lowest(first, Footprint::threads) + THREADS);
    compare(
        growth,
        "open files",
        Footprint::openFiles,
        lowest(first, Footprint::openFiles) + OPEN_FILES);
    return growth;
  }

  private void compare(
      List<String> growth, String what, ToLongFunction<Footprint> figure, long limit) {
    long end = lowest(last, figure);
    if (end > limit) {
      growth.add(
          "%s: from %,d to %,d, more than %,d".formatted(what, lowest(first, figure), end, limit));
    }
  }

  private static long lowest(List<Footprint> samples, ToLongFunction<Footprint> figure) {
    return samples.stream().mapToLong(figure).min().orElseThrow();
  }
}
