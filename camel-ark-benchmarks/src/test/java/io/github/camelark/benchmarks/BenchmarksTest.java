// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short form of the benchmarks: whether they still run, not how fast. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class BenchmarksTest {

  private static final Pattern BAR =
      Pattern.compile("<rect class=\"(?:ours|other)\"[^>]* width=\"([0-9.]+)\"");

  private static final double LONGEST = 200;

  @TempDir private Path folder;

  @Test
  void oneOfThemRunsOnce() throws Exception {
    runsOnce("bulk", 1, 4, "of the ideal");
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({
    "calls, 5, 8, calls/s",
    "paced, 1, 3, 429 while cold",
    "scan, 1, 5, 'Second scan with a cursor: 1 request, 0 files.'",
    "start, 1, 6, ms"
  })
  void runsOnce(String name, int tables, int rows, String says) throws Exception {
    Report report = Benchmarks.run(Sizes.SHORT, name);

    report.write(folder);
    assertThat(report.chapters()).hasSize(1);
    Chapter chapter = report.chapters().get(0);
    assertThat(chapter.faults()).isEmpty();
    assertThat(chapter.tables()).hasSize(tables);
    assertThat(chapter.tables()).allMatch(table -> table.rows().size() >= rows);
    assertThat(Files.readString(folder.resolve("results.md")))
        .contains("## " + chapter.title(), says, "](results.svg)");
    assertThat(bars()).hasSameSizeAs(drawn(chapter)).contains(LONGEST);
  }

  /** The lengths of the bars that are drawn. */
  private List<Double> bars() throws IOException {
    return BAR.matcher(Files.readString(folder.resolve("results.svg")))
        .results()
        .map(bar -> Double.valueOf(bar.group(1)))
        .toList();
  }

  /** The cells that are to be drawn. */
  private static List<String> drawn(Chapter chapter) {
    return chapter.tables().stream()
        .flatMap(
            table ->
                table.drawn().stream()
                    .flatMap(column -> table.rows().stream().map(row -> row.get(column))))
        .filter(cell -> !cell.isEmpty())
        .toList();
  }
}
