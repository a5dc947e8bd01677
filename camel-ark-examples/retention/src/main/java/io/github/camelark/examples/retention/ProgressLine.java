// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Says in words how far a task is. */
final class ProgressLine implements ProgressBarRenderer {

  @Override
  public String render(ProgressState progress, int maxLength) {
    return line(
        progress.getTaskName(),
        progress.getCurrent(),
        progress.isIndefinite() ? -1 : progress.getMax(),
        progress.getElapsedAfterStart(),
        progress.getExtraMessage());
  }

  /**
   * A line.
   *
   * @param steps how many there are, negative if that is not known
   */
  static String line(String task, long done, long steps, Duration elapsed, String note) {
    double seconds = Math.max(elapsed.toMillis(), 1) / 1000.0;
    double rate = done / seconds;
    String line =
        steps < 0
            ? "%s: %d so far".formatted(task, done)
            : "%s: %d done, %d left".formatted(task, done, steps - done);
    String toGo =
        steps < 0 || done == 0 || done == steps
            ? ""
            : ", %s to go".formatted(text(Duration.ofSeconds(Math.round((steps - done) / rate))));
    return String.format(Locale.ROOT, "%s, %.1f/s%s, %s", line, rate, toGo, note);
  }

  /** For example {@code 1:02:03}. */
  private static String text(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
