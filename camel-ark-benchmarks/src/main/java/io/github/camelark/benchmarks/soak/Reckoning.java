// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what callers are told with what the server did. Thread-safe. */
final class Reckoning {

  private final int maxTries;

  /**
   * @param maxTries how often a call is tried at most
   */
  Reckoning(int maxTries) {
    this.maxTries = maxTries;
  }

  /**
   * What is wrong with a call; null if nothing is.
   *
   * @param slow whether an answer to it may have come too late; a call that was asked to wait a
   *     second must have been slow
   */
  @Nullable String complaint(Call call, Outcome outcome, CallRecord record, boolean slow) {
    String wrong = wrong(call, outcome, record, slow);
    return wrong == null
        ? null
        : "%s: %s; the caller is told %s, the server has %s"
            .formatted(call, wrong, outcome, record);
  }

  private @Nullable String wrong(Call call, Outcome outcome, CallRecord record, boolean slow) {
    if (record.clientRequestIds().size() > 1) {
      return "its tries had different ids";
    }
    if (record.tries().size() > maxTries) {
      return "it was tried too often";
    }
    if (!slow && wasAskedToWait(record)) {
      return "it was tried again too early";
    }
    String what = outcome.what();
    if (what.equals("DELETED") && !record.isGone()) {
      return "it was not deleted";
    }
    if (what.equals("ALREADY_GONE") && record.wasThere() && !record.isGone() && !isLie(record)) {
      return "it is still there";
    }
    if (what.startsWith("ArkNotFoundException") && record.wasThere()) {
      return "it was there";
    }
    if (what.startsWith("ArkUnavailableException")
        && !what.endsWith("perhaps done")
        && record.isGone()) {
      return "it was done";
    }
    Set<Outcome> possible = PossibleOutcomes.of(call.operation(), record.tries(), maxTries, slow);
    return possible.contains(outcome) ? null : "only these are possible: " + possible;
  }

  /** Before the last try, after which there is nothing to wait for. */
  private static boolean wasAskedToWait(CallRecord record) {
    List<Try> tries = record.tries();
    return tries.stream()
        .limit(Math.max(0, tries.size() - 1))
        .anyMatch(seen -> seen.fault() == Fault.UNAVAILABLE_FOR_A_SECOND);
  }

  /** After a lost answer every 404 counts as the trace of the deletion, a gateway's too. */
  private static boolean isLie(CallRecord record) {
    return record.tries().get(record.tries().size() - 1).fault() == Fault.WRONG_ADDRESS;
  }
}
