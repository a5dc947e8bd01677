// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A bucket of tokens for each account and operation: it holds those of one second and is refilled
 * steadily. So a client that keeps to the rate is never refused, however its calls bunch up on the
 * way. Thread-safe.
 */
final class RateLimiter {

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Clock clock;

  // When each bucket is full again: with integers, unlike with a count of tokens, a call that comes
  // on the dot is not refused for a rounding error.
  private final Map<Key, Instant> fullAt = new HashMap<>();

  RateLimiter(Clock clock) {
    this.clock = clock;
  }

  private record Key(Account account, SimulatedOperation operation) {}

  /** Returns whether one more call is allowed now; zero per second is no limit. */
  synchronized boolean allows(Account account, SimulatedOperation operation, int perSecond) {
    if (perSecond == 0) {
      return true;
    }
    Instant now = clock.instant();
    Key key = new Key(account, operation);
    Instant full = within(now, fullAt.getOrDefault(key, now), now.plus(ONE_SECOND));
    Instant next = full.plus(ONE_SECOND.dividedBy(perSecond));
    boolean allowed = !next.isAfter(now.plus(ONE_SECOND));
    fullAt.put(key, allowed ? next : full);
    return allowed;
  }

  private static Instant within(Instant earliest, Instant instant, Instant latest) {
    Instant notEarlier = instant.isBefore(earliest) ? earliest : instant;
    return notEarlier.isAfter(latest) ? latest : notEarlier;
  }

  synchronized void reset() {
    fullAt.clear();
  }
}
