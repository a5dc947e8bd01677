// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How often a call is retried, and how long it waits before that.
 *
 * @param maxRetries attempts after the first; 0 for none
 * @param retryDelay the wait before the second attempt
 * @param maxRetryDelay the longest wait
 * @param maxRetryAfter the longest wait that a server may ask for
 * @param random gives numbers from 0 (inclusive) to 1 (exclusive), to spread the waits
 */
public record RetryLimits(
    int maxRetries,
    Duration retryDelay,
    Duration maxRetryDelay,
    Duration maxRetryAfter,
    DoubleSupplier random) {

  private static final int MAX_DOUBLINGS = 30;

  /**
   * @throws IllegalArgumentException if one of them cannot be meant
   */
  public RetryLimits {
    Limits.atLeast("maxRetries", maxRetries, 0);
    Limits.pause("retryDelay", retryDelay);
    Limits.pause("maxRetryDelay", maxRetryDelay);
    Limits.pause("maxRetryAfter", maxRetryAfter);
  }

  /** The same without retries. */
  public RetryLimits none() {
    return new RetryLimits(0, retryDelay, maxRetryDelay, maxRetryAfter, random);
  }

  /**
   * The wait after this many failed attempts, at least one: doubled each time up to the longest,
   * and shortened at random by up to half, so that callers that failed together do not come back
   * together.
   */
  Duration waitAfter(int failedAttempts) {
    double doubled =
        retryDelay.toNanos() * (double) (1L << Math.min(failedAttempts - 1, MAX_DOUBLINGS));
    double wait = Math.min(doubled, maxRetryDelay.toNanos());
    return Duration.ofNanos((long) (wait * (1 - random.getAsDouble() / 2)));
  }
}
