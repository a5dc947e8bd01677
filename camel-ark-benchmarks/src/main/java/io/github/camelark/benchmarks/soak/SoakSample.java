// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A look at the process while it works.
 *
 * @param at since the load began
 * @param elapsed since the sample before
 * @param outcomes how often each has come since the sample before
 * @param consumerFailures the same for polls and exchanges of the consumer, by exception
 * @param filesDone how many files the consumer is done with
 */
record SoakSample(
    Duration at,
    Duration elapsed,
    Map<String, Integer> outcomes,
    Map<String, Integer> consumerFailures,
    int filesDone,
    Footprint footprint,
    PoolGauge pool) {

  static String head() {
    return "%7s  %8s  %7s  %8s  %8s  %6s  %7s  %7s  %5s  %6s  %4s  %s"
        .formatted(
            "time",
            "calls",
            "calls/s",
            "answered",
            "failed",
            "files",
            "heap MB",
            "threads",
            "open",
            "leased",
            "kept",
            "failed by, and the consumer's");
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%4d:%02d  %,8d  %7.0f  %,8d  %,8d  %,6d  %7.2f  %7d  %5d  %6d  %4d  %s | %s",
        at.toMinutes(),
        at.toSecondsPart(),
        calls(),
        calls() * 1e9 / elapsed.toNanos(),
        calls() - failed(),
        failed(),
        filesDone,
        footprint.heapBytes() / 1048576.0,
        footprint.threads(),
        footprint.openFiles(),
        pool.leased(),
        pool.available(),
        text(failures()),
        text(consumerFailures));
  }

  private int calls() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int failed() {
    return failures().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** By exception: its name begins the outcome. */
  private Map<String, Integer> failures() {
    Map<String, Integer> failures = new TreeMap<>();
    outcomes.forEach(
        (outcome, count) -> {
          String name = outcome.split(" ", 2)[0];
          if (name.endsWith("Exception")) {
            failures.merge(name, count, Integer::sum);
          }
        });
    return failures;
  }

  private static String text(Map<String, Integer> failures) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(failures)
        .forEach(
            (name, count) ->
                text.append(text.length() == 0 ? "" : ", ")
                    .append(name.replaceAll("^Ark|Exception$", ""))
                    .append(' ')
                    .append(count));
    return text.toString();
  }
}
