// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The slices of all rounds. */
final class CallResults {

  private final Map<CallKind, Map<Variant, List<Slice>>> slices = new EnumMap<>(CallKind.class);

  void add(CallKind kind, Variant variant, Slice slice) {
    slices
        .computeIfAbsent(kind, key -> new EnumMap<>(Variant.class))
        .computeIfAbsent(variant, key -> new ArrayList<>())
        .add(slice);
  }

  double median(CallKind kind, Variant variant, ToDoubleFunction<Slice> cost) {
    return median(of(kind, variant).stream().mapToDouble(cost).toArray());
  }

  /**
   * The cost of a variant as a multiple of another's. Slices of the same round are compared, which
   * were measured within seconds, so that noise that lasts longer cancels out.
   */
  double ratio(CallKind kind, Variant variant, Variant base, ToDoubleFunction<Slice> cost) {
    List<Slice> ours = of(kind, variant);
    List<Slice> others = of(kind, base);
    return median(
        IntStream.range(0, Math.min(ours.size(), others.size()))
            .mapToDouble(
                round ->
                    cost.applyAsDouble(ours.get(round)) / cost.applyAsDouble(others.get(round)))
            .toArray());
  }

  private List<Slice> of(CallKind kind, Variant variant) {
    return slices.getOrDefault(kind, Map.of()).getOrDefault(variant, List.of());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
