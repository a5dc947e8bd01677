// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.Java;
import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Panel;
import io.github.camelark.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes very many files at a server that takes its time, many at once. */
public final class BulkChapter {

  /** Where a JDK 25 is. */
  private static final String NEWER_JAVA = "JAVA_25_HOME";

  private static final int LATENCY_MILLIS = 50;
  private static final int IN_FLIGHT = 200;
  private static final double GOAL = 0.9;

  private final Sizes sizes;
  private final List<Case> cases = new ArrayList<>();

  private BulkChapter(Sizes sizes) {
    this.sizes = sizes;
  }

  /**
   * Measures.
   *
   * @param server scheme, host and port of a server that answers late if asked to
   */
  public static Chapter measure(String server, Sizes sizes) throws IOException {
    BulkChapter chapter = new BulkChapter(sizes);
    List<String> notes = new ArrayList<>();
    String baseUrl = server + "/late-" + LATENCY_MILLIS + "/api/v3";
    try {
      String newerJava = System.getenv(NEWER_JAVA);
      chapter.start(baseUrl, newerJava, notes);
      for (int pass = -sizes.bulkWarmUps(); pass < sizes.bulkPasses(); pass++) {
        for (Case current : chapter.cases) {
          current.run(sizes.bulkIds(), pass < 0);
        }
      }
      return chapter.chapter(notes, notMeasured(sizes, newerJava));
    } finally {
      chapter.cases.forEach(Case::close);
    }
  }

  /** A goal that nobody looked at is not met, but only figures are asked for it. */
  static List<String> notMeasured(Sizes sizes, @Nullable String newerJava) {
    return newerJava != null || !sizes.equals(Sizes.FULL)
        ? List.of()
        : List.of(
            "not measured: ark: with virtual threads, since %s does not say where a JDK 25 is"
                .formatted(NEWER_JAVA));
  }

  private void start(String baseUrl, @Nullable String newerJava, List<String> notes)
      throws IOException {
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d files by split().streaming().parallelProcessing(), %d at once, at a server that"
                + " answers after %d ms: %.2f s at best. The median of %d passes after %d to warm"
                + " up. What raw sockets reach is what the machine allows: server and client share"
                + " its processors, and replies that come at once wait for them.",
            sizes.bulkIds(),
            IN_FLIGHT,
            LATENCY_MILLIS,
            idealSeconds(),
            sizes.bulkPasses(),
            sizes.bulkWarmUps()));
    Java platform = sizes.java();
    cases.add(new Case(DeletionWay.ARK, "platform", platform, baseUrl, true));
    if (newerJava == null) {
      notes.add("Virtual threads are left out: " + NEWER_JAVA + " does not say where a JDK 25 is.");
    } else {
      List<String> options = new ArrayList<>(sizes.jvmOptions());
      options.add("-Dcamel.threads.virtual.enabled=true");
      Java virtual = new Java(Path.of(newerJava), options, List.of());
      cases.add(new Case(DeletionWay.ARK, "virtual", virtual, baseUrl, true));
    }
    cases.add(new Case(DeletionWay.RAW_SOCKET, "platform", platform, baseUrl, false));
    cases.add(new Case(DeletionWay.HAND_WRITTEN, "platform", platform, baseUrl, false));
    cases.add(new Case(DeletionWay.OFFICIAL_SDK, "platform", platform, baseUrl, false));
  }

  private double idealSeconds() {
    return sizes.bulkIds() * (LATENCY_MILLIS / 1e3) / IN_FLIGHT;
  }

  private Chapter chapter(List<String> notes, List<String> notMeasured) {
    List<List<String>> rows = new ArrayList<>();
    List<Goal> goals = new ArrayList<>();
    List<Panel.Bar> bars = new ArrayList<>();
    for (Case current : cases) {
      double seconds = current.median().seconds();
      double part = idealSeconds() / seconds;
      rows.add(
          List.of(
              current.way.title(),
              current.threads,
              current.javaVersion,
              String.format(Locale.ROOT, "%.2f", seconds),
              percent(part)));
      bars.add(
          new Panel.Bar(
              current.way.title() + ", " + current.threads, part, percent(part), current.hasGoal));
      if (current.hasGoal) {
        goals.add(
            new Goal(
                String.format(
                    Locale.ROOT,
                    "ark: with %s threads reaches %s of the ideal rate, at least %s",
                    current.threads,
                    percent(part),
                    percent(GOAL)),
                part >= GOAL));
      }
    }
    return new Chapter(
        "Many deletes at a slow server",
        notes,
        List.of(
            new Table("Deletes", List.of("", "threads", "JDK", "seconds", "of the ideal"), rows)),
        goals,
        Stream.concat(
                cases.stream().filter(current -> current.incomplete > 0).map(Case::fault),
                notMeasured.stream())
            .toList(),
        List.of(new Panel("many deletes: part of the ideal rate", bars)));
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }

  private static final class Case implements AutoCloseable {

    private final DeletionWay way;
    private final String threads;
    private final boolean hasGoal;
    private final ChildJvm jvm;
    private final String javaVersion;
    private final List<DeletionResult> results = new ArrayList<>();
    private int incomplete;

    Case(DeletionWay way, String threads, Java java, String baseUrl, boolean hasGoal)
        throws IOException {
      this.way = way;
      this.threads = threads;
      this.hasGoal = hasGoal;
      jvm =
          new ChildJvm(
              java, DeletionWorker.class, List.of(baseUrl, way.name(), String.valueOf(IN_FLIGHT)));
      javaVersion = jvm.line();
    }

    void run(int files, boolean toWarmUp) throws IOException {
      DeletionResult result = DeletionResult.fromLine(jvm.ask(String.valueOf(files)));
      incomplete += files - result.deleted();
      if (!toWarmUp) {
        results.add(result);
      }
    }

    DeletionResult median() {
      return results.stream()
          .sorted(Comparator.comparingLong(DeletionResult::nanos))
          .toList()
          .get((results.size() - 1) / 2);
    }

    String fault() {
      return "%s with %s threads did not delete %d files"
          .formatted(way.title(), threads, incomplete);
    }

    @Override
    public void close() {
      jvm.close();
    }
  }
}
