// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The table at the end: a row per provider. */
final class ReportTable {

  private static final List<Step> STEPS =
      List.of(Step.LISTED, Step.RETRIEVED, Step.DELETED, Step.ALREADY_GONE, Step.FAILED);

  private final List<List<String>> rows = new ArrayList<>();

  ReportTable() {
    List<String> titles = new ArrayList<>(List.of("provider"));
    STEPS.forEach(step -> titles.add(step.toString()));
    titles.add("requests sent");
    rows.add(titles);
  }

  /**
   * Adds a row.
   *
   * @param requests how many were sent, null if unknown
   */
  void add(String provider, Counts counts, @Nullable Integer requests) {
    List<String> row = new ArrayList<>(List.of(provider));
    STEPS.forEach(step -> row.add(String.valueOf(counts.of(step))));
    row.add(requests == null ? "-" : requests.toString());
    rows.add(row);
  }

  /** The lines of the table, its head first. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> cell(row.get(column), column))
        .collect(Collectors.joining("  "));
  }

  /** Names to the left, numbers to the right. */
  private String cell(String text, int column) {
    int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return ("%" + (column == 0 ? "-" : "") + width + "s").formatted(text);
  }
}
