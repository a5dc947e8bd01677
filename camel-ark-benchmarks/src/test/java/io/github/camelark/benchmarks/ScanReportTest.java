// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scans mean that are given: each case takes a second for its first, half of it later. */
class ScanReportTest {

  private static final int FILES = 1_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MEGABYTE = 1 << 20;

  private final ScanReport report = new ScanReport(FILES);

  @Test
  void hasALineForEachCaseAndOneForTheCursor() {
    addAll();

    List<String> lines = report.lines();

    assertThat(report.faults()).isEmpty();
    assertThat(lines).hasSize(2 + ScanCase.values().length);
    assertThat(lines.get(1)).contains("1,000 (1.00)", "2,000 (1.00)", "1.0", "2.0", "3.0");
    assertThat(lines).last().isEqualTo("second scan with a cursor: 1 request, 0 files");
  }

  @ParameterizedTest(name = "{0} files in {1} requests, then {2} MB")
  @CsvSource({"999, 10, 3, 999 files", "1000, 11, 3, 11 requests", "1000, 10, 11, heap grows"})
  void findsWhatIsWrongInAScan(int files, int requests, int megabytes, String fault) {
    addAll();

    report.addWarm(
        ScanCase.NOT_IDEMPOTENT,
        new ScanResult(files, SECOND, requests, MEGABYTE, 2 * MEGABYTE, megabytes * MEGABYTE));

    assertThat(report.faults()).singleElement().asString().contains("idempotent=false", fault);
  }

  @Test
  void findsASecondScanWithACursorThatBringsFiles() {
    report.addSecondWithCursor(new ScanResult(7, SECOND, 2, 0, 0, 0));

    assertThat(report.faults()).singleElement().asString().contains("2 requests", "7 files");
  }

  private void addAll() {
    for (ScanCase scanCase : ScanCase.values()) {
      report.addFirst(scanCase, scan(SECOND));
      if (scanCase.isRepeatable()) {
        report.addWarm(scanCase, scan(SECOND / 2));
      }
    }
    report.addSecondWithCursor(new ScanResult(0, SECOND, 1, MEGABYTE, 0, MEGABYTE));
  }

  private static ScanResult scan(long nanos) {
    return new ScanResult(FILES, nanos, FILES / 100, MEGABYTE, 2 * MEGABYTE, 3 * MEGABYTE);
  }
}
