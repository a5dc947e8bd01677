// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is run, in a JVM of its own, and how much heap that has. */
enum ScanCase {
  BARE("bare loop", "64m", 1, null),
  NOT_IDEMPOTENT("route, idempotent=false", "64m", 1, "idempotent=false"),
  MEMORY("route, default repository", "384m", 1, "idempotent=true"),
  CURSOR("route, cursor", "64m", 2, "idempotent=false&cursorRepository=#cursors");

  private final String title;
  private final String heap;
  private final int scans;
  private final @Nullable String options;

  ScanCase(String title, String heap, int scans, @Nullable String options) {
    this.title = title;
    this.heap = heap;
    this.scans = scans;
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
    try (ChildJvm jvm =
        new ChildJvm(options == null ? BareScan.class : RouteScan.class, heap, arguments)) {
      return jvm.results();
    }
  }
}
