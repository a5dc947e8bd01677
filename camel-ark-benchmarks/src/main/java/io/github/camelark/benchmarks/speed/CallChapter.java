// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Panel;
import io.github.camelark.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What one call costs. */
public final class CallChapter {

  private static final double CPU_GOAL = 1.10;
  private static final double ALLOCATION_GOAL = 1.20;

  private static final List<String> HEAD =
      List.of("", "µs", "calls/s", "CPU µs", "bytes", "× time", "× CPU", "× bytes", "CPU × ark:");

  private final CallResults results;

  private CallChapter(CallResults results) {
    this.results = results;
  }

  /**
   * Measures.
   *
   * @param baseUrl of a server that answers at once
   */
  public static Chapter measure(String baseUrl, Sizes sizes) throws IOException {
    CallResults results = new CallResults();
    Set<String> busy = new LinkedHashSet<>();
    for (int generation = 1; generation <= sizes.generations(); generation++) {
      System.err.printf("measuring: calls, generation %d%n", generation);
      try (CallMeasurement measurement = new CallMeasurement(baseUrl, sizes)) {
        measurement.warmUp().stream().map(CallCase::title).forEach(busy::add);
        measurement.measure(results);
      }
    }
    return new CallChapter(results).chapter(sizes, busy);
  }

  private Chapter chapter(Sizes sizes, Set<String> busy) {
    List<CallKind> kinds = Arrays.asList(CallKind.values());
    return new Chapter(
        "One call",
        notes(sizes, busy),
        kinds.stream().map(this::table).toList(),
        kinds.stream().filter(CallKind::hasGoal).flatMap(kind -> goals(kind).stream()).toList(),
        List.of(),
        kinds.stream().flatMap(kind -> panels(kind).stream()).toList());
  }

  private List<String> notes(Sizes sizes, Set<String> busy) {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "Medians of %d slices of %d ms. The variants take turns, each in a JVM of its own that"
                + " makes calls until %d slices in a row have at most %.0f %% of compiling, and is"
                + " given a second time for what has more. In the median slice of any row it is at"
                + " most %.0f %%. All JVMs are started anew %d times, since the compiler does not"
                + " decide alike every time.",
            sizes.generations() * sizes.rounds(),
            sizes.sliceMillis(),
            WarmUp.CALM_SLICES,
            100 * WarmUp.CALM,
            100 * compilerShare(),
            sizes.generations()));
    if (!busy.isEmpty()) {
      notes.add(
          "Still above that, in one of the starts at least: " + String.join(", ", busy) + ".");
    }
    notes.add(
        "CPU is that of the whole client process. The columns with a times sign are multiples of the"
            + " hand-written route, slice by slice, the last one of ark:. Calls per second are those"
            + " of all threads.");
    notes.add(
        "The hand-written ways read a list of 100 with the parser of ark: into its model, so that"
            + " only what is around that differs; a deletion and a file they read by Jackson into"
            + " records.");
    notes.add(KeyFigures.line(results));
    return notes;
  }

  private double compilerShare() {
    return Arrays.stream(CallKind.values())
        .flatMapToDouble(
            kind ->
                Arrays.stream(Variant.values())
                    .mapToDouble(variant -> results.median(kind, variant, Slice::compilerShare)))
        .max()
        .orElse(0);
  }

  private Table table(CallKind kind) {
    List<List<String>> rows = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      rows.add(
          List.of(
              variant.title(),
              micros(results.median(kind, variant, Slice::nanos)),
              number(kind.threads() * 1e9 / results.median(kind, variant, Slice::nanos)),
              micros(results.median(kind, variant, Slice::cpuNanos)),
              number(results.median(kind, variant, Slice::bytes)),
              times(ofHandWritten(kind, variant, Slice::nanos)),
              times(ofHandWritten(kind, variant, Slice::cpuNanos)),
              times(ofHandWritten(kind, variant, Slice::bytes)),
              times(results.ratio(kind, variant, Variant.ARK, Slice::cpuNanos))));
    }
    return new Table(kind.title(), HEAD, rows);
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

  private List<Panel> panels(CallKind kind) {
    List<Panel.Bar> cpu = new ArrayList<>();
    List<Panel.Bar> bytes = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      boolean ours = variant == Variant.ARK;
      double nanos = results.median(kind, variant, Slice::cpuNanos);
      double allocated = results.median(kind, variant, Slice::bytes);
      cpu.add(new Panel.Bar(variant.title(), nanos, micros(nanos), ours));
      bytes.add(new Panel.Bar(variant.title(), allocated, number(allocated), ours));
    }
    return List.of(
        new Panel(kind.title() + ": CPU per call, µs", cpu),
        new Panel(kind.title() + ": bytes allocated per call", bytes));
  }

  private static String micros(double nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1000);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
