// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the calls of all variants in turn, each in a process that lives until the end, so that its
 * code is compiled once and stays so.
 */
final class CallMeasurement implements AutoCloseable {

  /** The part of a slice that the compiler may work for one that counts as compiled. */
  private static final double CALM = 0.05;

  private static final int CALM_SLICES = 4;

  private final Sizes sizes;
  private final Map<Variant, ChildJvm> workers = new EnumMap<>(Variant.class);

  CallMeasurement(String baseUrl, Sizes sizes) throws IOException {
    this.sizes = sizes;
    for (Variant variant : Variant.values()) {
      workers.put(
          variant,
          new ChildJvm(variant.java(sizes), CallWorker.class, List.of(baseUrl, variant.name())));
    }
  }

  /**
   * Calls until the compiler has nothing left to do.
   *
   * @return what it has not finished
   */
  Set<String> warmUp() throws IOException {
    Set<String> busy = new LinkedHashSet<>();
    // many threads first: they make more calls in the same time
    List<CallKind> kinds =
        Arrays.stream(CallKind.values())
            .sorted(Comparator.comparing(CallKind::threads).reversed())
            .toList();
    for (CallKind kind : kinds) {
      Map<Variant, Integer> calm = new EnumMap<>(Variant.class);
      for (int round = 0; round < sizes.warmUpRounds(); round++) {
        warmUp(kind, calm);
      }
      workers.keySet().stream()
          .filter(variant -> sizes.warmUpRounds() > 0)
          .filter(variant -> calm.getOrDefault(variant, 0) < CALM_SLICES)
          .map(variant -> variant.title() + " (" + kind.title() + ")")
          .forEach(busy::add);
    }
    return busy;
  }

  private void warmUp(CallKind kind, Map<Variant, Integer> calm) throws IOException {
    for (Variant variant : workers.keySet()) {
      int slices = calm.getOrDefault(variant, 0);
      if (slices < CALM_SLICES) {
        boolean quiet = slice(kind, variant).compilerShare() <= CALM;
        calm.put(variant, quiet ? slices + 1 : 0);
      }
    }
  }

  /** Measures all kinds of calls, round after round. */
  void measure(CallResults results) throws IOException {
    List<Variant> order = new ArrayList<>(workers.keySet());
    for (int round = 0; round < sizes.rounds(); round++) {
      for (CallKind kind : CallKind.values()) {
        for (Variant variant : order) {
          results.add(kind, variant, slice(kind, variant));
        }
      }
      // nobody is always the first one, or the one after the same other
      Collections.reverse(order);
    }
  }

  private Slice slice(CallKind kind, Variant variant) throws IOException {
    ChildJvm worker = workers.get(variant);
    if (worker == null) {
      throw new IllegalStateException("nobody makes calls by " + variant);
    }
    return Slice.fromLine(worker.ask(kind + " " + sizes.sliceMillis()));
  }

  @Override
  public void close() {
    workers.values().forEach(ChildJvm::close);
  }
}
