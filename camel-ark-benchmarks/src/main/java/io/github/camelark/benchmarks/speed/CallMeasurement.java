// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.Sizes;
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
      ChildJvm worker = variant.start(baseUrl, sizes);
      workers.put(variant, worker);
      worker.line();
    }
  }

  /** Calls until the compiler has little left to do. */
  void warmUp() throws IOException {
    // many threads first: they make more calls in the same time
    List<CallKind> kinds = new ArrayList<>(Arrays.asList(CallKind.values()));
    kinds.sort(Comparator.comparing(CallKind::threads).reversed());
    for (CallKind kind : kinds) {
      for (int round = 0; round < sizes.warmUpRounds(); round++) {
        for (ChildJvm worker : workers.values()) {
          slice(worker, kind);
        }
      }
    }
  }

  /** Measures all kinds of calls, round after round. */
  void measure(CallResults results) throws IOException {
    List<Map.Entry<Variant, ChildJvm>> order = new ArrayList<>(workers.entrySet());
    for (int round = 0; round < sizes.rounds(); round++) {
      for (CallKind kind : CallKind.values()) {
        for (Map.Entry<Variant, ChildJvm> worker : order) {
          results.add(kind, worker.getKey(), slice(worker.getValue(), kind));
        }
      }
      // none is always the first, or always after the same other
      Collections.reverse(order);
    }
  }

  private Slice slice(ChildJvm worker, CallKind kind) throws IOException {
    return Slice.fromLine(worker.ask(kind + " " + sizes.sliceMillis()));
  }

  @Override
  public void close() {
    workers.values().forEach(ChildJvm::close);
  }
}
