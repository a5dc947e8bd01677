// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Report;
import io.github.camelark.benchmarks.scan.ScanChapter;
import io.github.camelark.benchmarks.server.ApiServer;
import io.github.camelark.benchmarks.speed.BulkChapter;
import io.github.camelark.benchmarks.speed.CallChapter;
import io.github.camelark.benchmarks.speed.PacedChapter;
import io.github.camelark.benchmarks.speed.StartChapter;
import io.github.camelark.benchmarks.speed.Versions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures everything in one run, beside what a user would pick instead. */
public final class Benchmarks {

  private static final String ALL = "all";

  private Benchmarks() {}

  /**
   * Runs the benchmarks, prints what they found, writes it if all of them ran at full size, and
   * ends with 1 if a goal is missed.
   *
   * @param arguments {@code full} or {@code short}, the names of benchmarks with commas between
   *     them or {@code all}, and the folder to write to
   */
  public static void main(String[] arguments) throws Exception {
    boolean full = arguments[0].equals("full");
    Report report = run(full ? Sizes.FULL : Sizes.SHORT, arguments[1]);
    report.lines().forEach(System.out::println);
    if (full && arguments[1].equals(ALL)) {
      report.write(Path.of(arguments[2]));
    }
    List<String> complaints = report.complaints();
    System.out.println();
    complaints.forEach(System.out::println);
    System.out.println(complaints.isEmpty() ? "All goals are met." : "Not all goals are met.");
    System.exit(complaints.isEmpty() ? 0 : 1);
  }

  /** Runs those benchmarks. */
  static Report run(Sizes sizes, String names) throws Exception {
    List<Chapter> chapters = new ArrayList<>();
    try (ChildJvm process = new ChildJvm(List.of("-Xmx64m"), ApiServer.class, List.of())) {
      String server = "http://127.0.0.1:" + process.line();
      for (Benchmark benchmark : Benchmark.values()) {
        String name = benchmark.name().toLowerCase(Locale.ROOT);
        if (names.equals(ALL) || List.of(names.split(",")).contains(name)) {
          System.err.println("measuring: " + name);
          chapters.add(benchmark.measurement.measure(server, sizes));
        }
      }
    }
    return new Report(Versions.lines(), chapters);
  }

  /** The parts of the report. */
  private enum Benchmark {
    CALLS(CallChapter::measure),
    BULK(BulkChapter::measure),
    PACED(PacedChapter::measure),
    SCAN(ScanChapter::measure),
    START(StartChapter::measure);

    private final Measurement measurement;

    Benchmark(Measurement measurement) {
      this.measurement = measurement;
    }
  }

  @FunctionalInterface
  private interface Measurement {
    Chapter measure(String server, Sizes sizes) throws Exception;
  }
}
