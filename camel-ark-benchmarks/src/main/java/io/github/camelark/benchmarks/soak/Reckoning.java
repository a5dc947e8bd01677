// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what callers are told with what the server did. Thread-safe. */
final class Reckoning {

  private final int maxTries;
  private final Duration responseTimeout;

  /**
   * @param maxTries how often a call is tried at most
   * @param responseTimeout how long the client waits for an answer
   */
  Reckoning(int maxTries, Duration responseTimeout) {
    this.maxTries = maxTries;
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
  @Nullable String complaint(Call call, Outcome outcome, CallRecord record, Duration took) {
    String wrong = wrong(call, outcome, record, took);
    return wrong == null
        ? null
        : "%s: %s; the caller is told %s, the server has %s"
            .formatted(call, wrong, outcome, record);
  }

  private @Nullable String wrong(Call call, Outcome outcome, CallRecord record, Duration took) {
    if (record.clientRequestIds().size() > 1) {
      return "its tries had different ids";
    }
    if (record.tries().size() > maxTries) {
      return "it was tried too often";
    }
    if (!isSlow(took) && took.compareTo(askedToWait(record)) < 0) {
      return "it was tried again too early";
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
        PossibleOutcomes.of(call.operation(), record.tries(), maxTries, isSlow(took));
    return possible.contains(outcome) ? null : "only these are possible: " + possible;
  }

  /** How long in all before the last try, after which there is nothing to wait for. */
  private static Duration askedToWait(CallRecord record) {
    List<Try> tries = record.tries();
    return Duration.ofSeconds(
        tries.stream()
            .limit(Math.max(0, tries.size() - 1))
            .filter(seen -> seen.fault() == Fault.UNAVAILABLE_FOR_A_SECOND)
            .count());
  }
}
