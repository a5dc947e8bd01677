// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

/** Which rules of a policy a run goes by. */
enum Rules {
  /** All of them. */
  ALL("all rules"),
  /** Those with {@code totalBelow}, to free space and do nothing else. */
  TOTAL_BELOW("rules with totalBelow");

  private final String words;

  Rules(String words) {
    this.words = words;
  }

  /** In words for the report. */
  @Override
  public String toString() {
    return words;
  }
}
