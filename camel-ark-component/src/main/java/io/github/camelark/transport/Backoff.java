// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a try: doubled each time up to a limit, and shortened by chance by up to
 * half, so that callers who failed together do not come back together. Thread-safe.
 *
 * @param first the wait before the second try
 * @param limit the longest wait
 * @param random gives numbers from 0 (inclusive) to 1 (exclusive)
 */
record Backoff(Duration first, Duration limit, DoubleSupplier random) {

  private static final int MAX_DOUBLINGS = 30;

  /** The wait after so many failed tries, of which there is at least one. */
  Duration after(int failedTries) {
    double doubled = first.toNanos() * (double) (1L << Math.min(failedTries - 1, MAX_DOUBLINGS));
    double wait = Math.min(doubled, limit.toNanos());
    return Duration.ofNanos((long) (wait * (1 - random.getAsDouble() / 2)));
  }
}
