// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the simulator behaves; see {@link ArkSimulator.Builder} for each. Immutable. */
record Settings(
    int port,
    Clock clock,
    boolean strictCursors,
    int requestsPerSecond,
    @Nullable Duration retryAfter,
    long storageQuotaBytes,
    Duration processingTime) {

  private static final long TWENTY_GIGABYTES = 20L * 1024 * 1024 * 1024;

  static final Settings DEFAULT =
      new Settings(0, Clock.systemUTC(), true, 0, null, TWENTY_GIGABYTES, Duration.ZERO);

  Settings {
    if (requestsPerSecond < 0) {
      throw new IllegalArgumentException("requestsPerSecond < 0: " + requestsPerSecond);
    }
  }

  Settings withPort(int port) {
    return new Settings(
        port,
        clock,
        strictCursors,
        requestsPerSecond,
        retryAfter,
        storageQuotaBytes,
        processingTime);
  }

  Settings withClock(Clock clock) {
    return new Settings(
        port,
        clock,
        strictCursors,
        requestsPerSecond,
        retryAfter,
        storageQuotaBytes,
        processingTime);
  }

  Settings withStrictCursors(boolean strictCursors) {
    return new Settings(
        port,
        clock,
        strictCursors,
        requestsPerSecond,
        retryAfter,
        storageQuotaBytes,
        processingTime);
  }

  Settings withRequestsPerSecond(int requestsPerSecond) {
    return new Settings(
        port,
        clock,
        strictCursors,
        requestsPerSecond,
        retryAfter,
        storageQuotaBytes,
        processingTime);
  }

  Settings withRetryAfter(@Nullable Duration retryAfter) {
    return new Settings(
        port,
        clock,
        strictCursors,
        requestsPerSecond,
        retryAfter,
        storageQuotaBytes,
        processingTime);
  }

  Settings withStorageQuotaBytes(long storageQuotaBytes) {
    return new Settings(
        port,
        clock,
        strictCursors,
        requestsPerSecond,
        retryAfter,
        storageQuotaBytes,
        processingTime);
  }

  Settings withProcessingTime(Duration processingTime) {
    return new Settings(
        port,
        clock,
        strictCursors,
        requestsPerSecond,
        retryAfter,
        storageQuotaBytes,
        processingTime);
  }
}
