// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.Sizes;
import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What one call costs. */
public final class CallChapter {

  private static final double CPU_GOAL = 1.10;
  private static final double ALLOCATION_GOAL = 1.20;

  /** The part of a slice that the compiler may work for one that counts as compiled. */
  private static final double COMPILED = 0.05;

  private static final List<String> HEAD =
      List.of("", "µs", "calls/s", "CPU µs", "bytes", "× time", "× CPU", "× bytes", "CPU × ark:");

  private static final List<Integer> CPU_AND_BYTES = List.of(3, 4);

  private final CallResults results;

  CallChapter(CallResults results) {
    this.results = results;
  }

  /**
   * Measures.
   *
   * @param server scheme, host and port of a server that answers at once
   */
  public static Chapter measure(String server, Sizes sizes) throws IOException {
    CallResults results = new CallResults();
    for (int generation = 1; generation <= sizes.generations(); generation++) {
      System.err.printf("measuring: calls, generation %d%n", generation);
      try (CallMeasurement measurement = new CallMeasurement(server + "/api/v3", sizes)) {
        measurement.warmUp();
        measurement.measure(results);
      }
    }
    return new CallChapter(results).chapter(sizes);
  }

  private Chapter chapter(Sizes sizes) {
    List<CallKind> kinds = Arrays.asList(CallKind.values());
    return new Chapter(
        "One call",
        notes(sizes),
        kinds.stream().map(this::table).toList(),
        kinds.stream().filter(CallKind::hasGoal).flatMap(kind -> goals(kind).stream()).toList(),
        List.of());
  }

  private List<String> notes(Sizes sizes) {
    List<String> notes = new ArrayList<>();
    notes.add(
        ("Medians of %d slices of %d ms. The variants take turns, each in a JVM of its own, after %d"
                + " slices of each kind to warm up. All JVMs are started anew %d times, since the"
                + " compiler does not decide alike every time.")
            .formatted(
                sizes.generations() * sizes.rounds(),
                sizes.sliceMillis(),
                sizes.warmUpRounds(),
                sizes.generations()));
    String compiling = compiling();
    if (!compiling.isEmpty()) {
      notes.add("Still compiled in more than 5 % of their median slice: " + compiling + ".");
    }
    notes.add(
        "CPU is that of the whole client process. The columns with a times sign are multiples of the"
            + " hand-written route, slice by slice, the last one of ark:. Calls per second are those"
            + " of all threads.");
    notes.add(
        "The hand-written ways read a list of 100 with the parser of ark: into its model, so that"
            + " only what is around that differs; a deletion and a file they read by Jackson into"
            + " records.");
    notes.add(keyFigures());
    return notes;
  }

  /** What the compiler still worked for: code that is not compiled yet would flatter us. */
  private String compiling() {
    return Arrays.stream(CallKind.values())
        .flatMap(
            kind ->
                Arrays.stream(Variant.values())
                    .filter(
                        variant -> results.median(kind, variant, Slice::compilerShare) > COMPILED)
                    .map(variant -> "%s (%s)".formatted(variant.title(), kind.title())))
        .collect(Collectors.joining(", "));
  }

  /** What the table of one deletion by one thread says, in one line. */
  String keyFigures() {
    return String.format(
        Locale.ROOT,
        "One delete by one thread: ark: takes %.2f of the CPU and %.2f of the allocation of the"
            + " hand-written route, and %.2f of the CPU of the raw socket. The http: route takes"
            + " %.1f and the official SDK %.1f times the CPU of ark:, which makes %.1f times the"
            + " calls per second of the SDK.",
        ofDelete(Variant.ARK, Variant.HAND_WRITTEN, Slice::cpuNanos),
        ofDelete(Variant.ARK, Variant.HAND_WRITTEN, Slice::bytes),
        ofDelete(Variant.ARK, Variant.RAW_SOCKET, Slice::cpuNanos),
        ofDelete(Variant.CAMEL_HTTP, Variant.ARK, Slice::cpuNanos),
        ofDelete(Variant.OFFICIAL_SDK, Variant.ARK, Slice::cpuNanos),
        ofDelete(Variant.OFFICIAL_SDK, Variant.ARK, Slice::nanos));
  }

  private double ofDelete(Variant variant, Variant base, ToDoubleFunction<Slice> cost) {
    return results.ratio(CallKind.DELETE_1, variant, base, cost);
  }

  private Table table(CallKind kind) {
    List<List<String>> rows = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      double nanos = results.median(kind, variant, Slice::nanos);
      rows.add(
          List.of(
              variant.title(),
              text("%.1f", nanos / 1000),
              text("%,.0f", kind.threads() * 1e9 / nanos),
              text("%.1f", results.median(kind, variant, Slice::cpuNanos) / 1000),
              text("%,.0f", results.median(kind, variant, Slice::bytes)),
              text("%.2f", ofHandWritten(kind, variant, Slice::nanos)),
              text("%.2f", ofHandWritten(kind, variant, Slice::cpuNanos)),
              text("%.2f", ofHandWritten(kind, variant, Slice::bytes)),
              text("%.2f", results.ratio(kind, variant, Variant.ARK, Slice::cpuNanos))));
    }
    return new Table(kind.title(), HEAD, rows, CPU_AND_BYTES);
  }

  private double ofHandWritten(CallKind kind, Variant variant, ToDoubleFunction<Slice> cost) {
    return results.ratio(kind, variant, Variant.HAND_WRITTEN, cost);
  }

  private List<Goal> goals(CallKind kind) {
    return List.of(
        goal(kind, "CPU", Slice::cpuNanos, CPU_GOAL),
        goal(kind, "allocation", Slice::bytes, ALLOCATION_GOAL));
  }

  private Goal goal(CallKind kind, String what, ToDoubleFunction<Slice> cost, double most) {
    double ratio = ofHandWritten(kind, Variant.ARK, cost);
    return new Goal(
        String.format(
            Locale.ROOT,
            "%s: ark: takes %.2f times the %s of the hand-written route, at most %.2f",
            kind.title(),
            ratio,
            what,
            most),
        ratio <= most);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
