// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What came of a soak.
 *
 * @param faults what is wrong besides growth, a line each; empty if nothing is
 */
record SoakReport(List<SoakSample> samples, List<String> faults) {

  /** All samples as one, with what the process holds at the end. */
  SoakSample total() {
    SoakSample last = samples.get(samples.size() - 1);
    return new SoakSample(
        last.at(),
        last.at(),
        sum(SoakSample::outcomes),
        sum(SoakSample::consumerFailures),
        last.filesDone(),
        last.footprint(),
        last.pool());
  }

  private Map<String, Integer> sum(Function<SoakSample, Map<String, Integer>> counts) {
    Map<String, Integer> sum = new TreeMap<>();
    samples.forEach(
        sample ->
            counts.apply(sample).forEach((name, count) -> sum.merge(name, count, Integer::sum)));
    return sum;
  }
}
