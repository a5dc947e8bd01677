// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.examples.command.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A report for people: how many files had which outcome, and which ones where it matters. */
final class ReportTable {

  /** How many files are shown by name; the other reports have all. */
  private static final int SHOWN = 20;

  private static final String ROW = "%-16s  %7s  %10s%s";

  private ReportTable() {}

  /** The lines of the report. */
  static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    Stream.of(Outcome.FAILED, Outcome.WOULD_BE_DELETED)
        .forEach(outcome -> lines.addAll(named(report, outcome)));
    lines.add(ROW.formatted("outcome", "files", "bytes", ""));
    for (Outcome outcome : Outcome.values()) {
      if (report.count(outcome) > 0 || outcome.isAlwaysShown(report.dryRun())) {
        lines.add(row(outcome.toString(), report.count(outcome), report.bytes(outcome), ""));
      }
    }
    lines.addAll(keptByReason(report));
    lines.add("");
    report.goals().forEach(goal -> lines.add(goal(report, goal)));
    lines.addAll(ending(report));
    return lines;
  }

  private static List<String> named(Report report, Outcome outcome) {
    List<String> lines = new ArrayList<>();
    report.done().stream()
        .filter(entry -> entry.outcome() == outcome)
        .limit(SHOWN)
        .forEach(entry -> lines.add(line(entry)));
    if (report.count(outcome) > SHOWN) {
      lines.add("... and " + (report.count(outcome) - SHOWN) + " more, see the reports");
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    return lines;
  }

  private static String line(Entry entry) {
    return "%s  %s  %s  %s: %s"
        .formatted(
            entry.outcome(),
            TerminalText.escape(entry.file().id()),
            TerminalText.escape(entry.file().name()),
            new ByteSize(entry.file().size()),
            entry.reason());
  }

  private static List<String> keptByReason(Report report) {
    Map<String, long[]> reasons = new LinkedHashMap<>();
    for (Decision kept : report.kept()) {
      long[] sums = reasons.computeIfAbsent(kept.reason(), reason -> new long[2]);
      sums[0]++;
      sums[1] += kept.file().size();
    }
    return reasons.entrySet().stream()
        .map(e -> row("  of these", e.getValue()[0], e.getValue()[1], "  " + e.getKey()))
        .toList();
  }

  private static String row(String name, long files, long bytes, String note) {
    return ROW.formatted(name, files, new ByteSize(bytes), note);
  }

  private static String goal(Report report, SpaceGoal goal) {
    return "rule '%s': %s before, %s %s; goal: less than %s%s"
        .formatted(
            goal.rule().name(),
            new ByteSize(goal.bytesBefore()),
            new ByteSize(report.bytesLeft(goal)),
            report.dryRun() ? "then" : "now",
            new ByteSize(goal.limit()),
            report.isReached(goal) ? "" : ": NOT REACHED");
  }

  private static List<String> ending(Report report) {
    List<String> lines = new ArrayList<>();
    if (report.failure() != null) {
      lines.add("FAILED: " + report.failure());
    }
    if (report.endedEarly() != null) {
      lines.add("ENDED EARLY: " + report.endedEarly());
    }
    lines.add(
        report.dryRun()
            ? "A dry run: nothing was deleted."
            : new ByteSize(report.bytes(Outcome.DELETED)) + " freed.");
    lines.add("HTTP 429: " + report.tooManyRequests());
    lines.add("Reports: " + report.csvFile() + ", " + report.jsonFile());
    return lines;
  }
}
