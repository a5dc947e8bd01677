// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Report;
import io.github.camelark.benchmarks.report.Table;
import io.github.camelark.benchmarks.speed.Sizes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @ParameterizedTest
  @CsvSource({"calls, 5, 8", "bulk, 1, 3", "paced, 1, 3", "start, 1, 6"})
  void runsOnce(String name, int tables, int rows) throws Exception {
    Report report = Benchmarks.run(Sizes.SHORT, name);

    assertThat(report.chapters()).hasSize(1);
    Chapter chapter = report.chapters().get(0);
    assertThat(chapter.faults()).isEmpty();
    assertThat(chapter.tables()).hasSize(tables);
    assertThat(chapter.tables()).allMatch(table -> table.rows().size() >= rows);
    assertThat(chapter.panels()).isNotEmpty();
  }

  @Test
  void countsNoJarBeyondThoseOfCamel() throws Exception {
    Report report = Benchmarks.run(Sizes.SHORT, "size");

    Table table = report.chapters().get(0).tables().get(0);
    assertThat(table.rows())
        .contains(List.of("jars beyond camel-core, camel-http and camel-jackson", "0"));
  }

  @Test
  void writesAPageAndAPlot(@TempDir Path folder) throws Exception {
    Report report = Benchmarks.run(Sizes.SHORT, "size");

    report.write(folder);

    assertThat(Files.readString(folder.resolve("results.md")))
        .contains("## Size", "| jars beyond", "](results.svg)");
    assertThat(Files.readString(folder.resolve("results.svg"))).startsWith("<svg ");
  }
}
