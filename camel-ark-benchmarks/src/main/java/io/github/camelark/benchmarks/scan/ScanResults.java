// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The results of all scans, and what they mean. */
final class ScanResults {

  private static final int PAGE = 100;
  private static final long FLAT_BYTES = 8L << 20;

  private final int files;
  private final Map<ScanCase, List<ScanResult>> first = new EnumMap<>(ScanCase.class);
  private final Map<ScanCase, List<ScanResult>> warm = new EnumMap<>(ScanCase.class);
  private final List<ScanResult> secondWithCursor = new ArrayList<>();

  ScanResults(int files) {
    this.files = files;
  }

  /** The first scan of a JVM. */
  void addFirst(ScanCase scanCase, ScanResult scan) {
    first.computeIfAbsent(scanCase, key -> new ArrayList<>()).add(scan);
  }

  /** A later scan of a JVM, whose code is compiled. */
  void addWarm(ScanCase scanCase, ScanResult scan) {
    warm.computeIfAbsent(scanCase, key -> new ArrayList<>()).add(scan);
  }

  /** A scan after one that has left a cursor at the end of the list. */
  void addSecondWithCursor(ScanResult scan) {
    secondWithCursor.add(scan);
  }

  /** Of the first scans the one with the median speed. */
  ScanResult first(ScanCase scanCase) {
    return median(first, scanCase);
  }

  /** Files per second of a case in its first scan as part of the bare loop's. */
  double firstRatio(ScanCase scanCase) {
    return first(scanCase).filesPerSecond() / first(ScanCase.BARE).filesPerSecond();
  }

  /** Of the later scans the one with the median speed, of a case that is repeatable. */
  ScanResult warm(ScanCase scanCase) {
    return median(warm, scanCase);
  }

  /** Files per second of a case, once it is compiled, as part of the bare loop's. */
  double warmRatio(ScanCase scanCase) {
    return warm(scanCase).filesPerSecond() / warm(ScanCase.BARE).filesPerSecond();
  }

  /** What the second scans with a cursor cost: one line, unless they differ. */
  List<String> secondWithCursor() {
    return secondWithCursor.stream()
        .map(
            second ->
                "Second scan with a cursor: %d request%s, %d files."
                    .formatted(
                        second.requests(), second.requests() == 1 ? "" : "s", second.files()))
        .distinct()
        .toList();
  }

  /** What is wrong, a line each. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    first.forEach((scanCase, scans) -> scans.forEach(scan -> check(scanCase, scan, faults)));
    warm.forEach((scanCase, scans) -> scans.forEach(scan -> check(scanCase, scan, faults)));
    for (ScanResult second : secondWithCursor) {
      if (second.requests() != 1 || second.files() != 0) {
        faults.add(
            "the second scan with a cursor took %d requests and brought %d files"
                .formatted(second.requests(), second.files()));
      }
    }
    return faults;
  }

  private void check(ScanCase scanCase, ScanResult scan, List<String> faults) {
    int pages = files / PAGE;
    if (scan.files() != files || scan.requests() != pages) {
      faults.add(
          "%s: %d files in %d requests, but there are %d files in %d pages"
              .formatted(scanCase.title(), scan.files(), scan.requests(), files, pages));
    }
    if (scanCase != ScanCase.MEMORY && scan.heapAtEnd() > scan.heapInMiddle() + FLAT_BYTES) {
      faults.add(
          "%s: the heap grows from %,d bytes in the middle to %,d"
              .formatted(scanCase.title(), scan.heapInMiddle(), scan.heapAtEnd()));
    }
  }

  private static ScanResult median(Map<ScanCase, List<ScanResult>> scans, ScanCase scanCase) {
    List<ScanResult> results =
        scans.getOrDefault(scanCase, List.of()).stream()
            .sorted(Comparator.comparingDouble(ScanResult::filesPerSecond))
            .toList();
    return results.get((results.size() - 1) / 2);
  }
}
