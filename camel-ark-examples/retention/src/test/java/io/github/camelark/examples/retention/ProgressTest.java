// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final TooManyRequests none = new TooManyRequests();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Test
  void aLineSaysDoneLeftRateTimeToGoAndAnswers429() {
    String line = ProgressLine.line("deleting", 100, 400, Duration.ofSeconds(5), "HTTP 429: 2");

    assertThat(line).isEqualTo("deleting: 100 done, 300 left, 20.0/s, 0:00:15 to go, HTTP 429: 2");
  }

  @Test
  void aLineOfAListSaysHowManyThereAreSoFar() {
    String line = ProgressLine.line("listing", 1200, -1, Duration.ofSeconds(2), "HTTP 429: 0");

    assertThat(line).isEqualTo("listing: 1200 so far, 600.0/s, HTTP 429: 0");
  }

  @Test
  void nothingDoneIsNoReasonToGuessTheTimeToGo() {
    String line = ProgressLine.line("deleting", 0, 400, Duration.ZERO, "HTTP 429: 0");

    assertThat(line).isEqualTo("deleting: 0 done, 400 left, 0.0/s, HTTP 429: 0");
  }

  @Test
  void hoursAreShown() {
    String line = ProgressLine.line("deleting", 20, 100_020, Duration.ofSeconds(1), "");

    assertThat(line).contains("1:23:20 to go");
  }

  @Test
  void aTaskEndsWithALine() {
    try (Progress progress = Progress.lines(lines::add, Duration.ofHours(1), none)) {
      progress.begin("deleting", 3);
      progress.step();
      progress.step();
      progress.step();
    }

    assertThat(lines).last().asString().startsWith("deleting: 3 done, 0 left");
    assertThat(lines).doesNotHaveDuplicates();
  }

  @Test
  void oneTaskFollowsAnother() {
    try (Progress progress = Progress.lines(lines::add, Duration.ofHours(1), none)) {
      progress.begin("listing");
      progress.step();
      progress.begin("deleting", 1);
      progress.step();
    }

    assertThat(lines)
        .anySatisfy(line -> assertThat(line).startsWith("listing: 1 so far"))
        .last()
        .asString()
        .startsWith("deleting: 1 done, 0 left");
  }

  @Test
  void onATerminalABarIsWrittenOver() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    try (Progress progress =
        Progress.bar(new PrintStream(terminal, true, StandardCharsets.UTF_8), none)) {
      progress.begin("deleting", 2);
      progress.step();
      progress.step();
    }

    assertThat(terminal.toString(StandardCharsets.UTF_8))
        .contains("\r", "deleting", "100%", "2/2", "HTTP 429: 0");
  }
}
