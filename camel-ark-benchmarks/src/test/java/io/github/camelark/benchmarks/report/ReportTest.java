// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of figures that are given. */
class ReportTest {

  private static final Table TABLE =
      new Table(
          "Costs & calls",
          List.of("", "µs", "calls"),
          List.of(List.of("the <other>", "1,000.5", "7"), List.of("ark:", "", "14")),
          List.of(1, 2));

  private static final Chapter CHAPTER =
      new Chapter(
          "One call",
          List.of("As it was measured."),
          List.of(TABLE),
          List.of(new Goal("is fast", true), new Goal("is small", false)),
          List.of("is broken"));

  private final Report report = new Report(List.of("versions: 1"), List.of(CHAPTER));

  @TempDir private Path folder;

  @Test
  void writesAPageOfAllThatWasFound() throws Exception {
    report.write(folder);

    assertThat(Files.readString(folder.resolve("results.md")))
        .contains(
            "- versions: 1",
            "](results.svg)",
            "## One call\n\nAs it was measured.\n",
            """
            |             |      µs | calls |
            |-------------|--------:|------:|
            | the <other> | 1,000.5 |     7 |
            | ark:        |         |    14 |
            """,
            "- met: is fast\n- MISSED: is small\n- WRONG: is broken\n");
  }

  @Test
  void drawsBarsAsLongAsTheFiguresOfAColumn() throws Exception {
    report.write(folder);

    assertThat(Files.readString(folder.resolve("results.svg")))
        .startsWith("<svg ")
        .contains(">Costs &amp; calls: calls<", ">the &lt;other><", ">1,000.5<", ">14<")
        .containsPattern("class=\"other\"[^>]* width=\"100.0\"")
        .containsPattern("class=\"ours\"[^>]* width=\"200.0\"");
  }

  @Test
  void complainsOfMissedGoalsAndOfFaults() {
    assertThat(report.complaints()).containsExactly("MISSED: is small", "WRONG: is broken");
  }
}
