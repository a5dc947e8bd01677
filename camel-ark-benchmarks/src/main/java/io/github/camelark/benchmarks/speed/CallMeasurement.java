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
import java.util.List;
import java.util.Map;

/**
 * Makes the calls of all variants in turn, each in a process that lives until the end, so that its
 * code is compiled once and stays so.
 */
final class CallMeasurement implements AutoCloseable {

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
  List<CallCase> warmUp() throws IOException {
    // many threads first: they make more calls in the same time
    List<CallCase> cases =
        Arrays.stream(CallKind.values())
            .sorted(Comparator.comparing(CallKind::threads).reversed())
            .flatMap(kind -> workers.keySet().stream().map(variant -> new CallCase(kind, variant)))
            .toList();
    return new WarmUp(sizes.warmUpRounds(), this::slice).run(cases);
  }

  /** Measures all kinds of calls, round after round. */
  void measure(CallResults results) throws IOException {
    List<Variant> order = new ArrayList<>(workers.keySet());
    for (int round = 0; round < sizes.rounds(); round++) {
      for (CallKind kind : CallKind.values()) {
        for (Variant variant : order) {
          results.add(kind, variant, slice(new CallCase(kind, variant)));
        }
      }
      // nobody is always the first one, or the one after the same other
      Collections.reverse(order);
    }
  }

  private Slice slice(CallCase callCase) throws IOException {
    ChildJvm worker = workers.get(callCase.variant());
    if (worker == null) {
      throw new IllegalStateException("nobody makes calls by " + callCase.variant());
    }
    return Slice.fromLine(worker.ask(callCase.kind() + " " + sizes.sliceMillis()));
  }

  @Override
  public void close() {
    workers.values().forEach(ChildJvm::close);
  }
}
