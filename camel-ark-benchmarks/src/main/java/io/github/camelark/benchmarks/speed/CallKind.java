// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.util.Locale;

/** What is called, and by how many threads at once. */
enum CallKind {
  DELETE_1("delete", 1, true),
  DELETE_8("delete", 8, true),
  RETRIEVE_1("retrieve", 1, true),
  RETRIEVE_8("retrieve", 8, true),
  LIST_1("list", 1, false);

  private final String operation;
  private final int threads;
  private final boolean goal;

  CallKind(String operation, int threads, boolean goal) {
    this.operation = operation;
    this.threads = threads;
    this.goal = goal;
  }

  /** The name of the benchmark's method. */
  String operation() {
    return operation;
  }

  int threads() {
    return threads;
  }

  /** Whether there is a goal for it, or it is only reported. */
  boolean hasGoal() {
    return goal;
  }

  String title() {
    return String.format(
        Locale.ROOT,
        "%s, %d thread%s",
        operation.equals("list") ? "list of 100" : operation,
        threads,
        threads == 1 ? "" : "s");
  }
}
