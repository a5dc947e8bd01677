// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what callers are told with what the server did. Thread-safe. */
final class CallCheck {

  private final int maxAttempts;
  private final Duration responseTimeout;

  /**
   * @param maxAttempts how many attempts a call makes at most
   * @param responseTimeout how long the client waits for an answer
   */
  CallCheck(int maxAttempts, Duration responseTimeout) {
    this.maxAttempts = maxAttempts;
    this.responseTimeout = responseTimeout;
  }

  /** Whether an answer to a call that took so long may have come too late. */
  boolean isSlow(Duration took) {
    return took.compareTo(responseTimeout) >= 0;
  }

  /**
   * What is wrong with a call; null if nothing is.
   *
   * @param took how long it took
   */
  @Nullable String complaint(String key, Outcome outcome, CallRecord record, Duration took) {
    String wrong = wrong(key, outcome, record, took);
    return wrong == null
        ? null
        : "%s: %s; the caller is told %s, the server has %s".formatted(key, wrong, outcome, record);
  }

  private @Nullable String wrong(String key, Outcome outcome, CallRecord record, Duration took) {
    if (record.clientRequestIds().size() > 1) {
      return "its attempts had different ids";
    }
    if (record.attempts().size() > maxAttempts) {
      return "there were too many attempts";
    }
    if (!isSlow(took) && took.compareTo(askedToWait(record)) < 0) {
      return "the next attempt was too early";
    }
    String what = outcome.what();
    if (what.equals("DELETED") && !record.isGone()) {
      return "it was not deleted";
    }
    if (what.equals("ALREADY_GONE") && record.wasThere() && !record.isGone()) {
      return "it is still there";
    }
    if (what.startsWith("ArkNotFoundException") && record.wasThere()) {
      return "it was there";
    }
    if (what.startsWith("Ark")
        && !what.endsWith("perhaps done")
        && record.wasThere()
        && record.isGone()) {
      return "it was done";
    }
    Set<Outcome> possible =
        PossibleOutcomes.of(SoakOperation.of(key), record.attempts(), maxAttempts, isSlow(took));
    return possible.contains(outcome) ? null : "only these are possible: " + possible;
  }

  /** How long in all before the last attempt, after which there is nothing to wait for. */
  private static Duration askedToWait(CallRecord record) {
    List<Attempt> attempts = record.attempts();
    return Duration.ofSeconds(
        attempts.stream()
            .limit(Math.max(0, attempts.size() - 1))
            .filter(seen -> seen.fault() == Fault.UNAVAILABLE_FOR_A_SECOND)
            .count());
  }
}
