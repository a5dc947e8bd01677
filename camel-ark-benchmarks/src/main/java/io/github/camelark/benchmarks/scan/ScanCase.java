// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.scan;

/** What is run, in a JVM of its own, and how much heap that has. */
enum ScanCase {
  BARE("bare loop", "64m", true, ""),
  HAND_WRITTEN("bare loop into a route", "64m", true, ""),
  NOT_IDEMPOTENT("ark:, idempotent=false", "64m", true, "idempotent=false"),
  MEMORY("ark:, default repository", "384m", false, "idempotent=true"),
  CURSOR("ark:, cursor", "64m", false, "idempotent=false&cursorRepository=#cursors");

  private final String title;
  private final String heap;
  private final boolean repeatable;
  private final String options;

  ScanCase(String title, String heap, boolean repeatable, String options) {
    this.title = title;
    this.heap = heap;
    this.repeatable = repeatable;
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

  /** Options of the consumer; empty if there is none. */
  String options() {
    return options;
  }
}
