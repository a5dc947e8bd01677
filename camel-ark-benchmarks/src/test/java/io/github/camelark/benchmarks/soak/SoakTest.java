// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** The short form of the soak: seconds say nothing about growth, so that is not looked at. */
@Timeout(180)
@Isolated
class SoakTest {

  @Test
  void everyCallAndEveryFileIsAccountedFor() throws Exception {
    SoakPlan plan =
        new SoakPlan(
            Duration.ofSeconds(6),
            Duration.ofSeconds(2),
            300,
            Duration.ofMillis(50),
            Duration.ofSeconds(30));

    SoakReport report = SoakRun.of(plan);

    assertThat(report.faults()).isEmpty();
    assertThat(report.samples()).hasSize(3).noneMatch(sample -> sample.outcomes().isEmpty());
    assertThat(report.total().filesDone()).isPositive();
  }
}
