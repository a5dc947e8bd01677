// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

import java.util.Arrays;

/**
 * Lets so many requests through in any second, wherever that second begins: the strictest reading
 * of a limit. Used by one thread.
 */
final class RateLimit {

  private static final long SECOND = 1_000_000_000L;

  private final long[] accepted;
  private int oldest;
  private int refused;

  RateLimit(int requestsPerSecond) {
    accepted = new long[requestsPerSecond];
    Arrays.fill(accepted, System.nanoTime() - SECOND);
  }

  boolean accepts(long now) {
    if (now - accepted[oldest] < SECOND) {
      refused++;
      return false;
    }
    accepted[oldest] = now;
    oldest = (oldest + 1) % accepted.length;
    return true;
  }

  /** How many it has refused. */
  int refused() {
    return refused;
  }
}
