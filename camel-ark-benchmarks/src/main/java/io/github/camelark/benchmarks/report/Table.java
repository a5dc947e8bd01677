// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table; the first column is text, the others are figures.
 *
 * @param title what it is about
 * @param head the names of the columns
 * @param rows the cells
 */
public record Table(String title, List<String> head, List<List<String>> rows) {

  /** As text in columns. */
  List<String> toText() {
    List<String> lines = new ArrayList<>();
    lines.add(aligned(head));
    rows.forEach(row -> lines.add(aligned(row)));
    return lines;
  }

  private String aligned(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column -> {
              String padding = " ".repeat(width(column) - row.get(column).length());
              return column == 0 ? row.get(0) + padding : padding + row.get(column);
            })
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private int width(int column) {
    return Math.max(
        head.get(column).length(),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }

  List<String> toMarkdown() {
    List<String> lines = new ArrayList<>();
    lines.add(markdown(head));
    lines.add("|---|" + "--:|".repeat(head.size() - 1));
    rows.forEach(row -> lines.add(markdown(row)));
    return lines;
  }

  private static String markdown(List<String> row) {
    return row.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
