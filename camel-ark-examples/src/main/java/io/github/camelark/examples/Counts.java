// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often each step happened; what never happened is not in it. Immutable.
 *
 * @param bySteps the steps that happened, and how often
 */
record Counts(Map<Step, Integer> bySteps) {

  static final Counts NONE = new Counts(Map.of());

  int of(Step step) {
    return bySteps.getOrDefault(step, 0);
  }

  /** All steps taken together. */
  int total() {
    return bySteps.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** With so many more of a step. */
  Counts plus(Step step, int times) {
    Map<Step, Integer> more = new EnumMap<>(Step.class);
    more.putAll(bySteps);
    if (times > 0) {
      more.merge(step, times, Integer::sum);
    }
    return new Counts(more);
  }

  /** For people, for example {@code 36 listed, 20 deleted}. */
  @Override
  public String toString() {
    return bySteps.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
