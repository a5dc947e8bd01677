// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The short form of the scan: what it says about speed depends on the machine, so that is not
 * looked at.
 */
@Timeout(180)
class ScanBenchmarkTest {

  @Test
  void everyFileComesWithinASmallHeapAndACursorCostsOneRequest() throws Exception {
    ScanReport report = ScanBenchmark.run(20_000, 1);

    assertThat(report.faults()).isEmpty();
    assertThat(report.lines()).hasSize(2 + ScanCase.values().length);
  }
}
