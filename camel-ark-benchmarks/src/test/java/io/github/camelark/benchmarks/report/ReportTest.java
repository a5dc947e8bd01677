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

  private static final Panel PANEL =
      new Panel(
          "bytes & calls",
          List.of(
              new Panel.Bar("the <other>", 10, "ten", false),
              new Panel.Bar("we", 5, "five", true)));

  private static final Chapter CHAPTER =
      new Chapter(
          "One call",
          List.of("As it was measured."),
          List.of(new Table("Costs", List.of("", "µs"), List.of(List.of("we", "5")))),
          List.of(new Goal("is fast", true), new Goal("is small", false)),
          List.of("is broken"),
          List.of(PANEL));

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
            "|  | µs |\n|---|--:|\n| we | 5 |\n",
            "- met: is fast\n- MISSED: is small\n- WRONG: is broken\n");
  }

  @Test
  void drawsBarsAsLongAsTheirValues() throws Exception {
    report.write(folder);

    assertThat(Files.readString(folder.resolve("results.svg")))
        .startsWith("<svg ")
        .contains(">bytes &amp; calls<", ">the &lt;other><", ">ten<", ">five<")
        .containsPattern("class=\"other\"[^>]* width=\"200.0\"")
        .containsPattern("class=\"ours\"[^>]* width=\"100.0\"");
  }

  @Test
  void complainsOfMissedGoalsAndOfFaults() {
    assertThat(report.complaints()).containsExactly("MISSED: is small", "WRONG: is broken");
  }
}
