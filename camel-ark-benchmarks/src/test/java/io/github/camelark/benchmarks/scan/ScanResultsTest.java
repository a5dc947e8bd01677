// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scans mean that are given: each case takes a second for its first, half of it later. */
class ScanResultsTest {

  private static final int FILES = 1_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MEGABYTE = 1 << 20;

  private final ScanResults results = new ScanResults(FILES);

  @Test
  void comparesEachCaseWithTheBareLoop() {
    addAll();
    results.addFirst(ScanCase.MEMORY, scan(2 * SECOND));

    assertThat(results.faults()).isEmpty();
    assertThat(results.firstRatio(ScanCase.MEMORY)).isEqualTo(0.5);
    assertThat(results.warmRatio(ScanCase.NOT_IDEMPOTENT)).isEqualTo(1);
    assertThat(results.warm(ScanCase.BARE).filesPerSecond()).isEqualTo(2_000);
    assertThat(results.secondWithCursor())
        .containsExactly("Second scan with a cursor: 1 request, 0 files.");
  }

  @ParameterizedTest(name = "{0} files in {1} requests, then {2} MB")
  @CsvSource({"999, 10, 3, 999 files", "1000, 11, 3, 11 requests", "1000, 10, 11, heap grows"})
  void findsWhatIsWrongInAScan(int files, int requests, int megabytes, String fault) {
    addAll();

    results.addWarm(
        ScanCase.NOT_IDEMPOTENT,
        new ScanResult(files, SECOND, requests, MEGABYTE, 2 * MEGABYTE, megabytes * MEGABYTE));

    assertThat(results.faults()).singleElement().asString().contains("idempotent=false", fault);
  }

  @Test
  void findsASecondScanWithACursorThatBringsFiles() {
    results.addSecondWithCursor(new ScanResult(7, SECOND, 2, 0, 0, 0));

    assertThat(results.faults()).singleElement().asString().contains("2 requests", "7 files");
  }

  private void addAll() {
    for (ScanCase scanCase : ScanCase.values()) {
      results.addFirst(scanCase, scan(SECOND));
      if (scanCase.isRepeatable()) {
        results.addWarm(scanCase, scan(SECOND / 2));
      }
    }
    results.addSecondWithCursor(new ScanResult(0, SECOND, 1, MEGABYTE, 0, MEGABYTE));
  }

  private static ScanResult scan(long nanos) {
    return new ScanResult(FILES, nanos, FILES / 100, MEGABYTE, 2 * MEGABYTE, 3 * MEGABYTE);
  }
}
