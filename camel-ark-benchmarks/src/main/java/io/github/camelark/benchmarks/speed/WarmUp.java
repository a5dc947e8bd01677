// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls until the compiler comes to rest. What has not come to rest when all kinds of calls have
 * had their turn gets another: kinds share code, so that those which came later may have helped.
 */
final class WarmUp {

  /** The part of a slice that the compiler may work for one that counts as compiled. */
  static final double CALM = 0.05;

  /** So many of them in a row. */
  static final int CALM_SLICES = 4;

  private final int rounds;
  private final Slices slices;

  /** Measures a slice. */
  @FunctionalInterface
  interface Slices {
    Slice measure(CallCase callCase) throws IOException;
  }

  /**
   * @param rounds the most slices of each case in each of the two passes; 0 for no warm-up
   */
  WarmUp(int rounds, Slices slices) {
    this.rounds = rounds;
    this.slices = slices;
  }

  /** Warms up, and gives those that have not come to rest. */
  List<CallCase> run(List<CallCase> cases) throws IOException {
    return rounds == 0 ? List.of() : pass(pass(cases));
  }

  /** One kind after the other. */
  private List<CallCase> pass(List<CallCase> cases) throws IOException {
    Map<CallKind, List<CallCase>> kinds = new LinkedHashMap<>();
    cases.forEach(
        callCase -> kinds.computeIfAbsent(callCase.kind(), key -> new ArrayList<>()).add(callCase));
    List<CallCase> busy = new ArrayList<>();
    for (List<CallCase> kind : kinds.values()) {
      busy.addAll(takeTurns(kind));
    }
    return busy;
  }

  private List<CallCase> takeTurns(List<CallCase> cases) throws IOException {
    List<CallCase> busy = new ArrayList<>(cases);
    Map<CallCase, Integer> calm = new HashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (CallCase callCase : busy) {
        boolean quiet = slices.measure(callCase).compilerShare() <= CALM;
        calm.put(callCase, quiet ? calm.getOrDefault(callCase, 0) + 1 : 0);
      }
      busy.removeIf(callCase -> calm.getOrDefault(callCase, 0) >= CALM_SLICES);
    }
    return busy;
  }
}
