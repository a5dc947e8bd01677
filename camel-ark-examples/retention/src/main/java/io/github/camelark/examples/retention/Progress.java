// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how far a run is: one task after the other. Steps may come from any thread. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 100;

  private final TooManyRequests tooManyRequests;
  private final BarMaker bars;
  private @Nullable ProgressBar bar;

  /** Makes what shows a task. */
  private interface BarMaker {
    ProgressBarBuilder make();
  }

  /** At its end a bar is shown twice. */
  private static final class ChangedLines implements Consumer<String> {

    private final Consumer<String> lines;
    private String latest = "";

    private ChangedLines(Consumer<String> lines) {
      this.lines = lines;
    }

    @Override
    public synchronized void accept(String line) {
      if (!line.equals(latest)) {
        latest = line;
        lines.accept(line);
      }
    }
  }

  private Progress(TooManyRequests tooManyRequests, BarMaker bars) {
    this.tooManyRequests = tooManyRequests;
    this.bars = bars;
  }

  /** A bar that is written over. */
  static Progress bar(PrintStream terminal, TooManyRequests tooManyRequests) {
    return new Progress(
        tooManyRequests,
        () ->
            new ProgressBarBuilder()
                .setConsumer(new ConsoleProgressBarConsumer(terminal))
                .setUpdateIntervalMillis(200)
                .showSpeed());
  }

  /** A line now and then, for a file or a pipe. */
  static Progress lines(
      Consumer<String> lines, Duration interval, TooManyRequests tooManyRequests) {
    return new Progress(
        tooManyRequests,
        () ->
            new ProgressBarBuilder()
                .setConsumer(new DelegatingProgressBarConsumer(new ChangedLines(lines), WIDTH))
                .setRenderer(new ProgressLine())
                .setUpdateIntervalMillis((int) interval.toMillis()));
  }

  /** Begins a task of unknown length. */
  void begin(String task) {
    begin(task, -1);
  }

  /** Begins a task with this many steps. */
  void begin(String task, long steps) {
    close();
    bar = bars.make().setTaskName(task).setInitialMax(steps).build();
    note();
  }

  void step() {
    note();
    if (bar != null) {
      bar.step();
    }
  }

  private void note() {
    if (bar != null) {
      bar.setExtraMessage("HTTP 429: " + tooManyRequests.count());
    }
  }

  /** Ends the task, if there is one. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
