// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request its turn, evenly spaced, so that a published limit is kept rather than met.
 * Shared by all who use the same key for the same operation. Thread-safe.
 */
public final class Pace {

  /** The spacing is this much wider than asked, so that jitter does not break the limit. */
  private static final double MARGIN = 1.02;

  private volatile double requestsPerSecond;
  private volatile @Nullable RateLimiter<Object> limiter;

  /**
   * @param requestsPerSecond 0 for no limit
   */
  Pace(double requestsPerSecond) {
    change(requestsPerSecond);
  }

  double requestsPerSecond() {
    return requestsPerSecond;
  }

  void change(double requestsPerSecond) {
    if (requestsPerSecond != this.requestsPerSecond) {
      this.requestsPerSecond = requestsPerSecond;
      this.limiter =
          requestsPerSecond > 0
              ? RateLimiter.smoothBuilder(
                      Duration.ofNanos((long) (MARGIN * 1_000_000_000L / requestsPerSecond)))
                  .build()
              : null;
    }
  }

  /**
   * Takes the next turn.
   *
   * @return how long to wait for it; negative if that is longer than the longest wait, and then no
   *     turn was taken
   */
  Duration takeTurn(Duration longestWait) {
    RateLimiter<Object> current = limiter;
    if (current == null) {
      return Duration.ZERO;
    }
    return current.tryReservePermit(longestWait.isNegative() ? Duration.ZERO : longestWait);
  }
}
