// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Inputs of about one size, and the most expensive of them. Used by one thread at a time. */
final class SizeClass {

  /** The very slowest may only have met a garbage collection: some more are looked at. */
  private static final int KEPT = 4;

  private static final Comparator<Sample> BY_TIME = Comparator.comparingLong(Sample::nanos);
  private static final Comparator<Sample> BY_MEMORY =
      Comparator.comparingLong(Sample::allocatedBytes);

  private final String name;
  private final long end;
  private final List<Sample> slowest = new ArrayList<>();
  private final List<Sample> greediest = new ArrayList<>();
  private long count;

  /**
   * @param end the least number of bytes that is too many
   */
  SizeClass(String name, long end) {
    this.name = name;
    this.end = end;
  }

  boolean holds(long bytes) {
    return bytes < end;
  }

  void add(Sample sample) {
    count++;
    keep(slowest, sample, BY_TIME);
    keep(greediest, sample, BY_MEMORY);
  }

  long count() {
    return count;
  }

  /** A row of a table, and what its figures are of. Measures again. */
  String row(List<String> notes) throws Exception {
    Sample slow = worst(slowest, BY_TIME);
    Sample greedy = worst(greediest, BY_MEMORY);
    notes.add("- slowest " + name + ": " + slow);
    notes.add("- greediest " + name + ": " + greedy);
    return FuzzReport.format(
        "| %s | %,d | %.3f ms for %,d bytes | %.1f ns | %,d KB for %,d bytes | %.1f bytes |",
        name,
        count,
        slow.nanos() / 1e6,
        slow.bytes(),
        slow.nanosPerByte(),
        greedy.allocatedBytes() / 1024,
        greedy.bytes(),
        greedy.allocatedPerByte());
  }

  private static void keep(List<Sample> kept, Sample sample, Comparator<Sample> order) {
    if (kept.size() < KEPT || order.compare(sample, kept.get(0)) > 0) {
      kept.add(sample);
      kept.sort(order);
      if (kept.size() > KEPT) {
        kept.remove(0);
      }
    }
  }

  private static Sample worst(List<Sample> kept, Comparator<Sample> order) throws Exception {
    List<Sample> again = new ArrayList<>();
    for (Sample sample : kept) {
      again.add(sample.again());
    }
    return again.stream().max(order).orElseThrow();
  }
}
