// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A look at the process while it works.
 *
 * @param at since the load began
 * @param outcomes how often each has occurred since the sample before
 * @param consumerFailures the same for polls and exchanges of the consumer, by exception
 * @param filesDone how many files the consumer is done with
 */
record Sample(
    Duration at,
    Map<String, Integer> outcomes,
    Map<String, Integer> consumerFailures,
    int filesDone,
    Footprint footprint,
    PoolGauge pool) {

  static final String HEAD =
      "   time     calls  answered    failed   files  heap MB  threads   open  leased  kept"
          + "  failed by, and the consumer's";

  String line() {
    Map<String, Integer> failures = new TreeMap<>();
    outcomes.forEach(
        (outcome, count) -> {
          String name = outcome.split(" ", 2)[0];
          if (name.endsWith("Exception")) {
            failures.merge(name, count, Integer::sum);
          }
        });
    int calls = sum(outcomes);
    return String.format(
        Locale.ROOT,
        "%4d:%02d  %,8d  %,8d  %,8d  %,6d  %7.2f  %7d  %5d  %6d  %4d  %s | %s",
        at.toMinutes(),
        at.toSecondsPart(),
        calls,
        calls - sum(failures),
        sum(failures),
        filesDone,
        footprint.heapBytes() / 1048576.0,
        footprint.threads(),
        footprint.openFiles(),
        pool.leased(),
        pool.available(),
        text(failures),
        text(consumerFailures));
  }

  private static String text(Map<String, Integer> failures) {
    return new TreeMap<>(failures).toString().replaceAll("Ark|Exception|[{}]", "");
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
