// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws columns of tables as bars, one panel each and two panels side by side. */
final class BarChart {

  private static final int PANEL_WIDTH = 590;
  private static final int LABEL_WIDTH = 305;
  private static final int BAR_WIDTH = 200;
  private static final int LINE = 18;
  private static final int PANEL_HEAD = 26;
  private static final int GAP = 16;

  private final StringBuilder svg = new StringBuilder();

  private BarChart() {}

  /** One column, without its empty cells. */
  private record Panel(String title, List<Bar> bars) {}

  private record Bar(String label, String text) {

    double value() {
      return Double.parseDouble(text.replaceAll("[^0-9.]", ""));
    }
  }

  static String svg(List<Table> tables) {
    List<Panel> panels = tables.stream().flatMap(BarChart::panels).toList();
    BarChart chart = new BarChart();
    int y = GAP;
    for (int i = 0; i < panels.size(); i += 2) {
      List<Panel> row = panels.subList(i, Math.min(i + 2, panels.size()));
      for (int column = 0; column < row.size(); column++) {
        chart.draw(row.get(column), GAP + column * PANEL_WIDTH, y);
      }
      y += PANEL_HEAD + LINE * row.stream().mapToInt(panel -> panel.bars().size()).max().orElse(0);
      y += GAP;
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
        <style>
        text { font: 12px sans-serif; fill: #222 }
        .title { font-weight: bold }
        .other { fill: #9db3c8 }
        .ours { fill: #d9662b }
        </style>
        <rect width="100%%" height="100%%" fill="#fff"/>
        %3$s</svg>
        """
        .formatted(2 * PANEL_WIDTH + GAP, y, chart.svg);
  }

  private static Stream<Panel> panels(Table table) {
    return table.drawn().stream()
        .map(
            column ->
                new Panel(
                    table.title() + ": " + table.head().get(column),
                    table.rows().stream()
                        .map(row -> new Bar(row.get(0), row.get(column)))
                        .filter(bar -> !bar.text().isEmpty())
                        .toList()));
  }

  private void draw(Panel panel, int x, int y) {
    text(x, y + 14, "class=\"title\"", panel.title());
    double longest = panel.bars().stream().mapToDouble(Bar::value).max().orElse(1);
    int line = y + PANEL_HEAD;
    for (Bar bar : panel.bars()) {
      double width = longest == 0 ? 0 : BAR_WIDTH * bar.value() / longest;
      text(x + LABEL_WIDTH - 8, line + 12, "text-anchor=\"end\"", bar.label());
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
              bar.label().startsWith("ark:") ? "ours" : "other",
              x + LABEL_WIDTH,
              line + 1,
              width,
              LINE - 4));
      text(x + LABEL_WIDTH + (int) width + 5, line + 12, "", bar.text());
      line += LINE;
    }
  }

  private void text(int x, int y, String attributes, String text) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" %s>%s</text>%n"
            .formatted(x, y, attributes, text.replace("&", "&amp;").replace("<", "&lt;"))
            .replace(" >", ">"));
  }
}
