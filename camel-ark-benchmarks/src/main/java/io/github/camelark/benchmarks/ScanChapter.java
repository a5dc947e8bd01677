// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Panel;
import io.github.camelark.benchmarks.report.Table;
import io.github.camelark.benchmarks.speed.Sizes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scan of {@link ScanBenchmark}, as a part of the report. */
final class ScanChapter {

  private ScanChapter() {}

  static Chapter measure(Sizes sizes) throws IOException {
    ScanReport report = ScanBenchmark.run(sizes.scanFiles(), sizes.scanRounds());
    List<List<String>> rows = new ArrayList<>();
    List<Panel.Bar> bars = new ArrayList<>();
    for (ScanCase scanCase : ScanCase.values()) {
      ScanResult first = report.first(scanCase);
      boolean repeatable = scanCase.isRepeatable();
      rows.add(
          List.of(
              scanCase.title(),
              scanCase.heap(),
              speed(first),
              ratio(report.firstRatio(scanCase)),
              repeatable ? speed(report.warm(scanCase)) : "",
              repeatable ? ratio(report.warmRatio(scanCase)) : "",
              String.valueOf(first.requests()),
              megabytes(first.heapAtStart()),
              megabytes(first.heapInMiddle()),
              megabytes(first.heapAtEnd())));
      if (repeatable) {
        bars.add(
            new Panel.Bar(
                scanCase.title(),
                report.warm(scanCase).filesPerSecond(),
                speed(report.warm(scanCase)),
                scanCase.title().startsWith("ark:")));
      }
    }
    return new Chapter(
        "Scan",
        notes(report, sizes),
        List.of(
            new Table(
                "Scan",
                List.of(
                    "",
                    "-Xmx",
                    "first scan: files/s",
                    "of the bare loop",
                    "warm: files/s",
                    "of the bare loop",
                    "requests",
                    "MB at start",
                    "in the middle",
                    "at the end"),
                rows)),
        List.of(goal(report.warmRatio(ScanCase.NOT_IDEMPOTENT))),
        report.faults(),
        List.of(new Panel("scan, warm: files per second", bars)));
  }

  private static List<String> notes(ScanReport report, Sizes sizes) {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d files by from(\"ark:files\"), beside a bare loop over the same pages with the"
                + " same HTTP client and parser: the first scan of a JVM, and those after it, when"
                + " the code is compiled. The heap is what is in use after a collection.",
            sizes.scanFiles()));
    report.secondWithCursorLines().stream()
        .map(line -> line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + ".")
        .forEach(notes::add);
    return notes;
  }

  private static Goal goal(double ratio) {
    return new Goal(
        String.format(
            Locale.ROOT,
            "ark: scans at %.2f of the bare loop's speed, at least %.2f",
            ratio,
            ScanBenchmark.GOAL),
        ratio >= ScanBenchmark.GOAL);
  }

  private static String speed(ScanResult result) {
    return String.format(Locale.ROOT, "%,.0f", result.filesPerSecond());
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1048576.0);
  }
}
