// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.pictures;

import java.util.List;
import java.util.Map;

/**
 * Draws routes as SVG beside each other, each as a column of boxes from top to bottom; a step that
 * has steps in it is a frame around them. Text stays text, so that it can be searched and read out.
 * Colours follow the reader's choice of light or dark.
 */
final class Drawing {

  private static final int MARGIN = 16;
  private static final int GAP = 14;
  private static final int PADDING = 10;
  private static final int BOX_HEIGHT = 26;
  private static final int HEAD = 24;
  // Of a fixed-width letter of this size, rounded up: fonts differ a little.
  private static final double LETTER = 7.3;
  private static final int LONGEST_TEXT = 60;
  private static final int WIDEST = 1000;

  private final StringBuilder shapes = new StringBuilder();

  private Drawing() {}

  static String svg(String title, Map<String, List<Step>> routes) {
    Drawing drawing = new Drawing();
    int x = MARGIN;
    int y = MARGIN;
    int row = 0;
    int right = 0;
    for (Map.Entry<String, List<Step>> route : routes.entrySet()) {
      int width = drawing.width(route.getKey(), route.getValue());
      int height = HEAD + drawing.height(route.getValue());
      if (x > MARGIN && x + width > WIDEST) {
        x = MARGIN;
        y += row + MARGIN;
        row = 0;
      }
      drawing.text(x, y + 14, "route", route.getKey());
      drawing.column(route.getValue(), x, y + HEAD, width);
      right = Math.max(right, x + width);
      row = Math.max(row, height);
      x += width + 2 * MARGIN;
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
        <style>
        text { font: 12px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328 }
        .route { font-weight: bold }
        .kind { fill: #59636e }
        .paper { fill: #ffffff }
        .box { fill: #f6f8fa; stroke: #8c959f }
        .endpoint { fill: #ddf4ff; stroke: #0969da }
        .frame { fill: none; stroke: #8c959f; stroke-dasharray: 4 3 }
        .arrow { stroke: #59636e; fill: none }
        .tip { fill: #59636e }
        @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 }
        .kind { fill: #9198a1 }
        .paper { fill: #0d1117 }
        .box { fill: #21262d; stroke: #6e7681 }
        .endpoint { fill: #0c2d4d; stroke: #4493f8 }
        .frame { stroke: #6e7681 }
        .arrow { stroke: #9198a1 }
        .tip { fill: #9198a1 }
        }
        </style>
        <title>%3$s</title>
        <rect class="paper" width="100%%" height="100%%"/>
        %4$s</svg>
        """
        .formatted(right + MARGIN, y + row + MARGIN, escaped(title), drawing.shapes);
  }

  private void column(List<Step> steps, int x, int top, int width) {
    int y = top;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (i > 0 && step.isNext()) {
        arrow(x + width / 2, y - GAP);
      }
      draw(step, x, y, width);
      y += height(step) + GAP;
    }
  }

  private void draw(Step step, int x, int y, int width) {
    boolean frame = !step.steps().isEmpty();
    String kind = frame ? "frame" : step.endpoint() ? "endpoint" : "box";
    shapes.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>\n"
            .formatted(kind, x, y, width, height(step)));
    shapes.append(
        "<text x=\"%d\" y=\"%d\"><tspan class=\"kind\">%s</tspan> %s</text>\n"
            .formatted(x + PADDING, y + 17, escaped(step.kind()), escaped(shown(step))));
    if (frame) {
      column(step.steps(), x + PADDING, y + BOX_HEIGHT + 4, width - 2 * PADDING);
    }
  }

  private void arrow(int x, int y) {
    shapes.append(
        "<path class=\"arrow\" d=\"M%d %dv%d\"/><path class=\"tip\" d=\"M%d %dl-4 -6h8z\"/>\n"
            .formatted(x, y, GAP - 5, x, y + GAP));
  }

  private void text(int x, int y, String kind, String text) {
    shapes.append(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(kind, x, y, escaped(text)));
  }

  private int width(String name, List<Step> steps) {
    return Math.max((int) Math.ceil(name.length() * LETTER), width(steps));
  }

  private int width(List<Step> steps) {
    return steps.stream().mapToInt(this::width).max().orElse(0);
  }

  private int width(Step step) {
    int letters = step.kind().length() + 1 + shown(step).length();
    int own = (int) Math.ceil(letters * LETTER);
    return Math.max(own, width(step.steps())) + 2 * PADDING;
  }

  private int height(List<Step> steps) {
    return steps.stream().mapToInt(step -> height(step) + GAP).sum();
  }

  private int height(Step step) {
    return step.steps().isEmpty() ? BOX_HEIGHT : BOX_HEIGHT + 4 + height(step.steps());
  }

  private static String shown(Step step) {
    String text = step.text();
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
