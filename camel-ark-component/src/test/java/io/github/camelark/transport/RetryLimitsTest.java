// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a call waits before a retry. */
class RetryLimitsTest {

  private static final double LARGEST_RANDOM = Math.nextDown(1.0);

  @Test
  void doublesUpToItsLimit() {
    RetryLimits limits = limits(Duration.ofMillis(500), Duration.ofSeconds(8), () -> 0);

    assertThat(IntStream.rangeClosed(1, 7).mapToObj(limits::waitAfter))
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 8_000L, 8_000L);
  }

  @Test
  void jitterShortensItByLessThanHalf() {
    RetryLimits limits = limits(Duration.ofSeconds(1), Duration.ofSeconds(4), () -> LARGEST_RANDOM);

    assertThat(limits.waitAfter(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(501));
    assertThat(limits.waitAfter(9)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_001));
  }

  @Test
  void staysAtItsLimitAfterManyFailures() {
    RetryLimits limits = limits(Duration.ofHours(1), Duration.ofHours(2), () -> 0);

    assertThat(limits.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void isNothingIfTheFirstDelayIsNothing() {
    RetryLimits limits = limits(Duration.ZERO, Duration.ofSeconds(8), () -> 0);

    assertThat(limits.waitAfter(5)).isZero();
  }

  @Test
  void isTheLimitIfTheFirstDelayIsLonger() {
    RetryLimits limits = limits(Duration.ofSeconds(10), Duration.ofSeconds(8), () -> 0);

    assertThat(limits.waitAfter(1)).isEqualTo(Duration.ofSeconds(8));
  }

  private static RetryLimits limits(Duration first, Duration longest, DoubleSupplier random) {
    return new RetryLimits(3, first, longest, Duration.ofMinutes(1), random);
  }
}
