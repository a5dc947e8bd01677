// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is run, in a JVM of its own, and how much heap that has. */
enum ScanCase {
  BARE("bare loop", "64m", true, BareScan.class, null),
  HAND_WRITTEN("bare loop into a route", "64m", true, HandWrittenScan.class, null),
  NOT_IDEMPOTENT("ark:, idempotent=false", "64m", true, RouteScan.class, "idempotent=false"),
  MEMORY("ark:, default repository", "384m", false, RouteScan.class, "idempotent=true"),
  CURSOR(
      "ark:, cursor", "64m", false, RouteScan.class, "idempotent=false&cursorRepository=#cursors");

  private final String title;
  private final String heap;
  private final boolean repeatable;
  private final Class<?> main;
  private final @Nullable String options;

  ScanCase(String title, String heap, boolean repeatable, Class<?> main, @Nullable String options) {
    this.title = title;
    this.heap = heap;
    this.repeatable = repeatable;
    this.main = main;
    this.options = options;
  }

  String title() {
    return title;
  }

  String heap() {
    return heap;
  }

  /** Whether a second scan in the same JVM brings the files again. */
  boolean isRepeatable() {
    return repeatable;
  }

  /** Starts it; it scans when it is told to. */
  ChildJvm start(String port, int files) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(port, String.valueOf(files)));
    if (options != null) {
      arguments.add(options);
    }
    return new ChildJvm(main, heap, arguments);
  }
}
