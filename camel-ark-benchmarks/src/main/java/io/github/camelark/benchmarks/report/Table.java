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
 * @param drawn which columns are drawn as bars too
 */
public record Table(String title, List<String> head, List<List<String>> rows, List<Integer> drawn) {

  /** As Markdown whose columns are aligned. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(head));
    lines.add(
        IntStream.range(0, head.size())
            .mapToObj(column -> "-".repeat(width(column) + 1) + (column == 0 ? "-" : ":"))
            .collect(Collectors.joining("|", "|", "|")));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column -> {
              String padding = " ".repeat(width(column) - row.get(column).length());
              return column == 0 ? row.get(0) + padding : padding + row.get(column);
            })
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private int width(int column) {
    return Math.max(
        head.get(column).length(),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }
}
