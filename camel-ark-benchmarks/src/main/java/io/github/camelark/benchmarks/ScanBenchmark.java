// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lists very many files by the real consumer, and by a bare loop over the same pages with the same
 * HTTP client and parser, each in a JVM of its own with a small heap, one scan at a time and in
 * turn.
 */
public final class ScanBenchmark {

  static final double GOAL = 0.8;

  /** Scans of a JVM after its first one, in which most of the code is not yet compiled. */
  private static final int WARM_SCANS = 4;

  private ScanBenchmark() {}

  /**
   * Runs all cases, prints a table, and ends with 1 if something is not as it must be.
   *
   * @param arguments how many files, how many rounds
   */
  public static void main(String[] arguments) throws Exception {
    ScanReport report = run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    report.lines().forEach(System.out::println);
    List<String> faults = report.faults();
    faults.forEach(fault -> System.out.println("WRONG: " + fault));
    double ratio = report.warmRatio(ScanCase.NOT_IDEMPOTENT);
    boolean fastEnough = ratio >= GOAL;
    if (!fastEnough) {
      System.out.printf(
          Locale.ROOT, "WRONG: %.2f of the bare loop's speed, the goal is %.2f%n", ratio, GOAL);
    }
    System.exit(faults.isEmpty() && fastEnough ? 0 : 1);
  }

  /** Runs all cases in turn, so often, each time in new JVMs. */
  static ScanReport run(int files, int rounds) throws IOException {
    ScanReport report = new ScanReport(files);
    try (ChildJvm server = new ChildJvm(PageServer.class, "64m", List.of(String.valueOf(files)))) {
      String port = server.line();
      for (int round = 0; round < rounds; round++) {
        runRound(port, files, report);
      }
    }
    return report;
  }

  private static void runRound(String port, int files, ScanReport report) throws IOException {
    List<Running> all = new ArrayList<>();
    try {
      for (ScanCase scanCase : ScanCase.values()) {
        all.add(new Running(scanCase, scanCase.start(port, files)));
      }
      for (Running running : all) {
        report.addFirst(running.scanCase, running.jvm.scan());
        if (running.scanCase == ScanCase.CURSOR) {
          report.addSecondWithCursor(running.jvm.scan());
        }
      }
      for (int scan = 0; scan < WARM_SCANS; scan++) {
        for (Running running : all) {
          if (running.scanCase.isRepeatable()) {
            report.addWarm(running.scanCase, running.jvm.scan());
          }
        }
      }
    } finally {
      all.forEach(running -> running.jvm.close());
    }
  }

  private record Running(ScanCase scanCase, ChildJvm jvm) {}
}
