// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is run, in a JVM of its own, and how much heap that has. */
enum ScanCase {
  BARE("bare loop", "64m", 1, BareScan.class, null),
  HAND_WRITTEN("bare loop into a route", "64m", 1, HandWrittenScan.class, null),
  NOT_IDEMPOTENT("ark:, idempotent=false", "64m", 1, RouteScan.class, "idempotent=false"),
  MEMORY("ark:, default repository", "384m", 1, RouteScan.class, "idempotent=true"),
  CURSOR("ark:, cursor", "64m", 2, RouteScan.class, "idempotent=false&cursorRepository=#cursors");

  private final String title;
  private final String heap;
  private final int scans;
  private final Class<?> main;
  private final @Nullable String options;

  ScanCase(String title, String heap, int scans, Class<?> main, @Nullable String options) {
    this.title = title;
    this.heap = heap;
    this.scans = scans;
    this.main = main;
    this.options = options;
  }

  String title() {
    return title;
  }

  String heap() {
    return heap;
  }

  int scans() {
    return scans;
  }

  /** Runs it, and gives a result for each scan. */
  List<ScanResult> run(String port, int files) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(port, String.valueOf(files)));
    if (options != null) {
      arguments.addAll(List.of(String.valueOf(scans), options));
    }
    try (ChildJvm jvm = new ChildJvm(main, heap, arguments)) {
      return jvm.results();
    }
  }
}
