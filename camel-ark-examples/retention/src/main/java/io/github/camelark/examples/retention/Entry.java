// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report: the outcome of a file.
 *
 * @param outcome its outcome
 * @param file the file
 * @param reason the rule, or why it failed, was left or was kept
 * @param requestId what to quote to the service's support, null if nothing was sent
 * @param at when it ended, null if nothing was done
 */
record Entry(
    Outcome outcome,
    KnownFile file,
    String reason,
    @Nullable String requestId,
    @Nullable Instant at) {

  /** An entry of a file with which nothing was done. */
  static Entry untouched(Outcome outcome, KnownFile file, String reason) {
    return new Entry(outcome, file, reason, null, null);
  }

  static Entry kept(Decision decision) {
    return untouched(Outcome.KEPT, decision.file(), decision.reason());
  }
}
