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
        busy.addAll(measurement.warmUp());
        measurement.measure(results);
      }
    }
    return new CallChapter(results).chapter(sizes, busy);
  }

  private Chapter chapter(Sizes sizes, Set<String> busy) {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "Medians of %d slices of %d ms. The variants take turns, each in a JVM of its own that has"
                + " been warmed up until it compiles no more: at most %.0f %% of the time. All JVMs are"
                + " started anew %d times, since the compiler does not decide alike every time.",
            sizes.generations() * sizes.rounds(),
            sizes.sliceMillis(),
            100 * compilerShare(),
            sizes.generations()));
    notes.add(
        "CPU is that of the whole client process. The columns with a times sign are multiples of the"
            + " hand-written route, slice by slice.");
    if (!busy.isEmpty()) {
      notes.add("Still being compiled when measured: " + String.join(", ", busy) + ".");
    }
    List<CallKind> kinds = Arrays.asList(CallKind.values());
    return new Chapter(
        "One call",
        notes,
        kinds.stream().map(this::table).toList(),
        kinds.stream().filter(CallKind::hasGoal).flatMap(kind -> goals(kind).stream()).toList(),
        List.of(),
        kinds.stream().flatMap(kind -> panels(kind).stream()).toList());
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
              micros(results.median(kind, variant, Slice::cpuNanos)),
              number(results.median(kind, variant, Slice::bytes)),
              times(results.ratio(kind, variant, Slice::nanos)),
              times(results.ratio(kind, variant, Slice::cpuNanos)),
              times(results.ratio(kind, variant, Slice::bytes))));
    }
    return new Table(
        kind.title(), List.of("", "µs", "CPU µs", "bytes", "× time", "× CPU", "× bytes"), rows);
  }

  private List<Goal> goals(CallKind kind) {
    return List.of(
        goal(kind, "CPU", Slice::cpuNanos, CPU_GOAL),
        goal(kind, "allocation", Slice::bytes, ALLOCATION_GOAL));
  }

  private Goal goal(CallKind kind, String what, ToDoubleFunction<Slice> cost, double most) {
    double ratio = results.ratio(kind, Variant.ARK, cost);
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
