// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final double LARGEST_RANDOM = Math.nextDown(1.0);

  @Test
  void doublesUpToItsLimit() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8), () -> 0);

    assertThat(IntStream.rangeClosed(1, 7).mapToObj(backoff::after))
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 8_000L, 8_000L);
  }

  @Test
  void isShortenedByChanceByLessThanHalf() {
    Backoff backoff =
        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4), () -> LARGEST_RANDOM);

    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(501));
    assertThat(backoff.after(9)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_001));
  }

  @Test
  void staysAtItsLimitHoweverManyTriesFail() {
    Backoff backoff = new Backoff(Duration.ofHours(1), Duration.ofHours(2), () -> 0);

    assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void isNothingIfTheFirstDelayIsNothing() {
    Backoff backoff = new Backoff(Duration.ZERO, Duration.ofSeconds(8), () -> 0);

    assertThat(backoff.after(5)).isZero();
  }

  @Test
  void isTheLimitIfTheFirstDelayIsLonger() {
    Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofSeconds(8), () -> 0);

    assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(8));
  }
}
