// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what came of calls. Thread-safe. */
final class Tally {

  private static final int MAX_QUOTED = 20;

  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final List<String> complaints = new ArrayList<>();
  private int complained;
  private int slow;

  /**
   * @param isSlow whether an answer to it may have come too late
   * @param complaint what is wrong with it, null if nothing is
   */
  synchronized void add(
      Outcome outcome, CallRecord record, boolean isSlow, @Nullable String complaint) {
    outcomes.merge(outcome.what(), 1, Integer::sum);
    slow += isSlow ? 1 : 0;
    record.tries().forEach(seen -> faults.add(seen.fault()));
    if (complaint != null) {
      complain(complaint);
    }
  }

  synchronized void complain(String complaint) {
    complained++;
    if (complaints.size() < MAX_QUOTED) {
      complaints.add(complaint);
    }
  }

  /** How often each outcome has come since this was asked last. */
  synchronized Map<String, Integer> drain() {
    Map<String, Integer> drained = Map.copyOf(outcomes);
    outcomes.clear();
    return drained;
  }

  /** How many calls may have had an answer that came too late. */
  synchronized int slow() {
    return slow;
  }

  /** How the server has treated calls. */
  synchronized Set<Fault> faults() {
    return EnumSet.copyOf(faults);
  }

  /** What is wrong, as far as it was kept, and how often in all. */
  synchronized List<String> complaints() {
    List<String> all = new ArrayList<>(complaints);
    if (complained > complaints.size()) {
      all.add("and " + (complained - complaints.size()) + " more");
    }
    return all;
  }
}
