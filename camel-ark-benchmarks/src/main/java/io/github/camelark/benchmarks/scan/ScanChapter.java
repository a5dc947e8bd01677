// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.scan;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.Sizes;
import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lists very many files by the real consumer, and by a bare loop over the same pages with the same
 * HTTP client and parser, each in a JVM of its own with a small heap, one scan at a time and in
 * turn.
 */
public final class ScanChapter {

  private static final double GOAL = 0.8;

  /** Scans of a JVM after its first one, in which most of the code is not yet compiled. */
  private static final int WARM_SCANS = 4;

  private static final List<String> HEAD =
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
          "at the end");

  private static final int WARM_SPEED = 4;

  private ScanChapter() {}

  /**
   * Measures.
   *
   * @param server scheme, host and port of a server that lists as many files as it is asked for
   */
  public static Chapter measure(String server, Sizes sizes) throws IOException {
    ScanResults results = new ScanResults(sizes.scanFiles());
    for (int round = 0; round < sizes.scanRounds(); round++) {
      scan(server, sizes.scanFiles(), results);
    }
    double ratio = results.warmRatio(ScanCase.NOT_IDEMPOTENT);
    Goal goal =
        new Goal(
            String.format(
                Locale.ROOT,
                "ark: scans at %.2f of the bare loop's speed, at least %.2f",
                ratio,
                GOAL),
            ratio >= GOAL);
    return new Chapter(
        "Scan",
        notes(results, sizes.scanFiles()),
        List.of(new Table("Scan", HEAD, rows(results), List.of(WARM_SPEED))),
        List.of(goal),
        results.faults());
  }

  private static void scan(String server, int files, ScanResults results) throws IOException {
    Map<ScanCase, ChildJvm> jvms = new EnumMap<>(ScanCase.class);
    try {
      for (ScanCase scanCase : ScanCase.values()) {
        String baseUrl = "%s/scan-%d-%s/api/v3".formatted(server, files, scanCase);
        List<String> arguments = List.of(baseUrl, String.valueOf(files), scanCase.name());
        jvms.put(
            scanCase, new ChildJvm(List.of("-Xmx" + scanCase.heap()), ScanWorker.class, arguments));
      }
      for (Map.Entry<ScanCase, ChildJvm> entry : jvms.entrySet()) {
        results.addFirst(entry.getKey(), scan(entry.getValue()));
        if (entry.getKey() == ScanCase.CURSOR) {
          results.addSecondWithCursor(scan(entry.getValue()));
        }
      }
      for (int scan = 0; scan < WARM_SCANS; scan++) {
        for (Map.Entry<ScanCase, ChildJvm> entry : jvms.entrySet()) {
          if (entry.getKey().isRepeatable()) {
            results.addWarm(entry.getKey(), scan(entry.getValue()));
          }
        }
      }
    } finally {
      jvms.values().forEach(ChildJvm::close);
    }
  }

  private static ScanResult scan(ChildJvm jvm) throws IOException {
    return ScanResult.fromLine(jvm.ask("scan"));
  }

  private static List<String> notes(ScanResults results, int files) {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d files by from(\"ark:files\"), beside a bare loop over the same pages with the"
                + " same HTTP client and parser: the first scan of a JVM, and those after it, when"
                + " the code is compiled. The heap is what is in use after a collection.",
            files));
    notes.addAll(results.secondWithCursor());
    return notes;
  }

  private static List<List<String>> rows(ScanResults results) {
    List<List<String>> rows = new ArrayList<>();
    for (ScanCase scanCase : ScanCase.values()) {
      ScanResult first = results.first(scanCase);
      boolean repeatable = scanCase.isRepeatable();
      rows.add(
          List.of(
              scanCase.title(),
              scanCase.heap(),
              text("%,.0f", first.filesPerSecond()),
              text("%.2f", results.firstRatio(scanCase)),
              repeatable ? text("%,.0f", results.warm(scanCase).filesPerSecond()) : "",
              repeatable ? text("%.2f", results.warmRatio(scanCase)) : "",
              String.valueOf(first.requests()),
              text("%.1f", first.heapAtStart() / 1048576.0),
              text("%.1f", first.heapInMiddle() / 1048576.0),
              text("%.1f", first.heapAtEnd() / 1048576.0)));
    }
    return rows;
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
