// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter out = new StringWriter();

  @Test
  void onATerminalWritesOverOneLine() {
    try (Progress progress = progress(true)) {
      progress.accept(event(Step.LISTED, "file-1", Counts.NONE.plus(Step.LISTED, 1)));
      progress.accept(event(Step.LISTED, "file-2", Counts.NONE.plus(Step.LISTED, 2)));
    }

    assertThat(out.toString().split("\r"))
        .extracting(String::stripTrailing)
        .containsExactly(
            "",
            "ark       1 listed  file-1",
            "ark       2 listed  file-2",
            "",
            "ark       2 listed");
    assertThat(out.toString()).containsOnlyOnce("\n").endsWith("\n");
  }

  @Test
  void onATerminalNeverWritesBeyondTheLine() {
    try (Progress progress = progress(true)) {
      progress.accept(event(Step.LISTED, "f".repeat(500), Counts.NONE.plus(Step.LISTED, 1)));
    }

    assertThat(out.toString().split("\r")).allMatch(line -> line.stripTrailing().length() < 80);
  }

  @Test
  void onATerminalLinesThatStayComeAboveTheOneThatChanges() {
    Counts counts = Counts.NONE.plus(Step.FAILED, 1);

    try (Progress progress = progress(true)) {
      progress.accept(event(Step.FAILED, "file-1", counts));
    }

    assertThat(visible())
        .containsExactly("ark       failed            text of file-1", "ark       1 failed");
  }

  @Test
  void elsewhereWritesALinePeriodically() {
    Counts counts = Counts.NONE;

    try (Progress progress = progress(false)) {
      for (int i = 1; i <= 45; i++) {
        counts = counts.plus(Step.LISTED, 1);
        progress.accept(event(Step.LISTED, "file-" + i, counts));
      }
    }

    assertThat(out.toString().lines())
        .containsExactly("ark       20 listed", "ark       40 listed", "ark       45 listed");
    assertThat(out.toString()).doesNotContain("\r");
  }

  @Test
  void writesNothingIfNothingHappened() {
    progress(true).close();
    progress(false).close();

    assertThat(out.toString()).isEmpty();
  }

  private Progress progress(boolean terminal) {
    return Progress.on(new PrintWriter(out), terminal, "ark", EnumSet.of(Step.FAILED));
  }

  private static Event event(Step step, String id, Counts counts) {
    return new Event(step, id, "text of " + id, counts);
  }

  /** What a terminal shows in the end. */
  private List<String> visible() {
    return Pattern.compile("\n")
        .splitAsStream(out.toString())
        .map(line -> line.substring(line.lastIndexOf('\r') + 1).stripTrailing())
        .toList();
  }
}
