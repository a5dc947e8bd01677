// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the results of all runs, and says what they mean. */
final class ScanReport {

  private static final int PAGE = 100;
  private static final long FLAT_BYTES = 8L << 20;

  private final int files;
  private final Map<ScanCase, List<List<ScanResult>>> runs = new EnumMap<>(ScanCase.class);

  ScanReport(int files) {
    this.files = files;
  }

  void add(ScanCase scanCase, List<ScanResult> scans) {
    runs.computeIfAbsent(scanCase, key -> new ArrayList<>()).add(scans);
  }

  /** Files per second of a case as part of the bare loop's. */
  double ratio(ScanCase scanCase) {
    return median(scanCase).filesPerSecond() / median(ScanCase.BARE).filesPerSecond();
  }

  /** The table, its head first; each figure is that of the run with the median speed. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-26s  %5s  %9s  %8s  %5s  %31s"
            .formatted(
                "scan of %,d files".formatted(files),
                "-Xmx",
                "files/s",
                "requests",
                "ratio",
                "heap at start, middle, end (MB)"));
    for (ScanCase scanCase : runs.keySet()) {
      ScanResult result = median(scanCase);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-26s  %5s  %,9.0f  %,8d  %5.2f  %9.1f  %9.1f  %9.1f",
              scanCase.title(),
              scanCase.heap(),
              result.filesPerSecond(),
              result.requests(),
              ratio(scanCase),
              megabytes(result.heapAtStart()),
              megabytes(result.heapInMiddle()),
              megabytes(result.heapAtEnd())));
    }
    runs.getOrDefault(ScanCase.CURSOR, List.of()).stream()
        .filter(scans -> scans.size() == 2)
        .map(scans -> scans.get(1))
        .map(
            second ->
                "second scan with a cursor: %d request, %d files"
                    .formatted(second.requests(), second.files()))
        .distinct()
        .forEach(lines::add);
    return lines;
  }

  /** What is wrong, a line each; empty if all is as it must be. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    runs.forEach(
        (scanCase, all) ->
            all.forEach(
                scans -> {
                  if (scans.size() != scanCase.scans()) {
                    faults.add(scanCase.title() + ": a scan is missing");
                    return;
                  }
                  checkFirst(scanCase, scans.get(0), faults);
                  if (scans.size() == 2) {
                    checkSecond(scans.get(1), faults);
                  }
                }));
    return faults;
  }

  private void checkFirst(ScanCase scanCase, ScanResult scan, List<String> faults) {
    int pages = (files + PAGE - 1) / PAGE;
    if (scan.files() != files || scan.requests() != pages) {
      faults.add(
          "%s: %d files in %d requests, but there are %d files in %d pages"
              .formatted(scanCase.title(), scan.files(), scan.requests(), files, pages));
    }
    if (scanCase != ScanCase.MEMORY && scan.heapAtEnd() > scan.heapInMiddle() + FLAT_BYTES) {
      faults.add(
          "%s: the heap grows from %.1f MB in the middle to %.1f MB"
              .formatted(
                  scanCase.title(), megabytes(scan.heapInMiddle()), megabytes(scan.heapAtEnd())));
    }
  }

  private static void checkSecond(ScanResult second, List<String> faults) {
    if (second.requests() != 1 || second.files() != 0) {
      faults.add(
          "the second scan with a cursor took %d requests and brought %d files"
              .formatted(second.requests(), second.files()));
    }
  }

  private ScanResult median(ScanCase scanCase) {
    List<ScanResult> results =
        runs.getOrDefault(scanCase, List.of()).stream()
            .filter(scans -> !scans.isEmpty())
            .map(scans -> scans.get(0))
            .sorted(Comparator.comparingDouble(ScanResult::filesPerSecond))
            .toList();
    return results.get((results.size() - 1) / 2);
  }

  private static double megabytes(long bytes) {
    return bytes / 1048576.0;
  }
}
