// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * What came out of all inputs, which of them took longest and which memory most. Printed and left
 * in {@code target/fuzz} when the last one is through. Used by one thread at a time.
 */
public final class FuzzReport {

  private static final long ENOUGH_INPUTS = 1_000;

  private final String title;
  private final Workbench workbench = new Workbench();
  private final long start = System.nanoTime();
  private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
  private final List<SizeClass> sizes =
      List.of(
          new SizeClass("below 1 KB", 1 << 10),
          new SizeClass("1 to 16 KB", 1 << 14),
          new SizeClass("16 to 128 KB", 1 << 17),
          new SizeClass("128 KB to 1 MB", 1 << 20),
          new SizeClass("above 1 MB", Long.MAX_VALUE));
  private final Map<String, Long> maxima = new TreeMap<>();
  private long inputs;

  public FuzzReport(String title) {
    this.title = title;
  }

  /** What is done with an input, and what must hold. */
  @FunctionalInterface
  public interface Trial {
    void run() throws Exception;
  }

  /** Runs an input; one that does not end fails. */
  public void tryInput(Trial trial) throws Throwable {
    inputs++;
    workbench.run(
        () -> {
          trial.run();
          return null;
        });
  }

  /**
   * Does something with an input of that size, and measures it.
   *
   * @param what is done
   * @param work can be done again
   */
  public <T> T measure(String what, long bytes, Object input, Callable<T> work) throws Exception {
    Sample.Done<T> done = Sample.take(what, bytes, input, work);
    sizes.stream().filter(size -> size.holds(bytes)).findFirst().orElseThrow().add(done.sample());
    return done.result();
  }

  /** Counts an outcome. */
  public void count(String what, String outcome) {
    outcomes.computeIfAbsent(what, key -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
  }

  /** Fails if one of these never came out, unless the inputs were too few to tell. */
  void requireOutcomes(String what, String... expected) {
    if (inputs >= ENOUGH_INPUTS) {
      assertThat(outcomes).containsKey(what);
      assertThat(outcomes.get(what)).containsKeys(expected);
    }
  }

  /** Notes a figure of which only the greatest is of interest. */
  public void note(String figure, long value) {
    maxima.merge(figure, value, Math::max);
  }

  /** Prints it, after the slowest and greediest were run again with compiled code. */
  public void print() throws Throwable {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    List<String> lines = new ArrayList<>();
    lines.add("## " + title);
    lines.add("");
    lines.add(
        format(
            "%,d inputs in %.1f s (%s)", inputs, took.toMillis() / 1000.0, FuzzRun.howToRepeat()));
    lines.add("");
    lines.addAll(outcomeTable());
    workbench.run(() -> lines.addAll(sizeTable()));
    maxima.forEach((figure, value) -> lines.add(format("- %s: %,d", figure, value)));
    publish(String.join("\n", lines) + "\n");
  }

  private List<String> outcomeTable() {
    List<String> lines = new ArrayList<>();
    lines.add("| what | came out | times |");
    lines.add("|---|---|--:|");
    outcomes.forEach(
        (what, counts) ->
            counts.forEach(
                (outcome, times) -> lines.add(format("| %s | %s | %,d |", what, outcome, times))));
    lines.add("");
    return lines;
  }

  private List<String> sizeTable() throws Exception {
    List<String> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    lines.add("| input | pieces of work | slowest, warm | per byte | greediest | per byte |");
    lines.add("|---|--:|--:|--:|--:|--:|");
    for (SizeClass size : sizes) {
      if (size.count() > 0) {
        lines.add(size.row(notes));
      }
    }
    lines.add("");
    lines.addAll(notes);
    return lines;
  }

  private void publish(String text) {
    System.out.println(text);
    try {
      Path folder = Files.createDirectories(Path.of("target", "fuzz"));
      Files.writeString(folder.resolve(title.replaceAll("\\W+", "-") + ".md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
