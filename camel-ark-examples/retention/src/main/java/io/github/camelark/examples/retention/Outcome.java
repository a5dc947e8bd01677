// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

/** The outcome of a file. */
enum Outcome {
  DELETED("deleted"),
  ALREADY_GONE("already gone"),
  FAILED("failed"),
  /** It was to go, but the run ended before its turn. */
  LEFT("left"),
  /** In a dry run. */
  WOULD_BE_DELETED("would be deleted"),
  KEPT("kept");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** Whether it gets a line in a table even without files. */
  boolean isAlwaysShown(boolean dryRun) {
    return this == KEPT || dryRun == (this == WOULD_BE_DELETED) && this != LEFT;
  }

  /** In words for reports. */
  @Override
  public String toString() {
    return words;
  }
}
