// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was found.
 *
 * @param versions of what was measured
 * @param chapters one for each benchmark
 */
public record Report(List<String> versions, List<Chapter> chapters) {

  private static final String PAGE = "results.md";
  private static final String PLOT = "results.svg";

  /** The goals that are missed and the faults, a line each. */
  public List<String> complaints() {
    return chapters.stream()
        .flatMap(
            chapter ->
                Stream.concat(
                    chapter.goals().stream().filter(goal -> !goal.met()).map(Goal::toString),
                    chapter.faults().stream().map(Report::fault)))
        .toList();
  }

  private static String fault(String text) {
    return "WRONG: " + text;
  }

  /** Writes the page and the plot. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(PAGE), String.join("\n", lines()) + "\n");
    Files.writeString(
        folder.resolve(PLOT),
        BarChart.svg(chapters.stream().flatMap(chapter -> chapter.tables().stream()).toList()));
  }

  /** The page, in Markdown that can be read on a screen. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# Results of the benchmarks");
    lines.add("");
    lines.add(
        "Written by `make benchmarks`. Only ratios within one run mean anything on another machine.");
    lines.add("");
    lines.add("- date: " + LocalDate.now());
    Machine.lines().forEach(line -> lines.add("- " + line));
    versions.forEach(line -> lines.add("- " + line));
    lines.add("");
    lines.add("![All figures as bars](" + PLOT + ")");
    for (Chapter chapter : chapters) {
      lines.add("");
      lines.add("## " + chapter.title());
      for (String note : chapter.notes()) {
        lines.add("");
        lines.add(note);
      }
      for (Table table : chapter.tables()) {
        lines.add("");
        lines.add("**" + table.title() + "**");
        lines.add("");
        lines.addAll(table.lines());
      }
      lines.add("");
      chapter.goals().forEach(goal -> lines.add("- " + goal));
      chapter.faults().forEach(text -> lines.add("- " + fault(text)));
    }
    return lines;
  }
}
