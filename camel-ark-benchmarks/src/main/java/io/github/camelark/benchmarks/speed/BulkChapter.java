// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.Sizes;
import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Deletes very many files at a server that takes its time, many at once. */
public final class BulkChapter {

  /** Where a JDK 25 is. */
  private static final String NEWER_JAVA = "JAVA_25_HOME";

  private static final int LATENCY_MILLIS = 50;
  private static final int IN_FLIGHT = 200;
  private static final double GOAL = 0.9;

  private final String baseUrl;
  private final Sizes sizes;
  private final List<Case> cases = new ArrayList<>();

  private BulkChapter(String baseUrl, Sizes sizes) {
    this.baseUrl = baseUrl;
    this.sizes = sizes;
  }

  /**
   * Measures.
   *
   * @param server scheme, host and port of a server that answers late if asked to
   */
  public static Chapter measure(String server, Sizes sizes) throws IOException {
    BulkChapter chapter = new BulkChapter(server + "/late-" + LATENCY_MILLIS + "/api/v3", sizes);
    try {
      return chapter.measure(System.getenv(NEWER_JAVA));
    } finally {
      chapter.cases.forEach(current -> current.jvm.close());
    }
  }

  private Chapter measure(@Nullable String newerJava) throws IOException {
    String home = System.getProperty("java.home");
    List<String> options = sizes.jvmOptions();
    start("ark:, requestsPerSecond=0, platform threads", Variant.ARK, home, options);
    if (newerJava != null) {
      List<String> virtual = new ArrayList<>(options);
      virtual.add("-Dcamel.threads.virtual.enabled=true");
      start("ark:, requestsPerSecond=0, virtual threads", Variant.ARK, newerJava, virtual);
    }
    for (Variant variant : List.of(Variant.RAW_SOCKET, Variant.HTTP_CLIENT, Variant.OFFICIAL_SDK)) {
      start(variant.title() + " in a processor", variant, home, options);
    }
    for (int pass = -sizes.bulkWarmUps(); pass < sizes.bulkPasses(); pass++) {
      for (Case current : cases) {
        current.run(sizes.bulkIds(), pass < 0);
      }
    }
    return chapter(faults(sizes, newerJava));
  }

  private void start(String title, Variant variant, String home, List<String> options)
      throws IOException {
    ChildJvm jvm =
        new ChildJvm(
            Path.of(home),
            options,
            List.of(),
            DeletionWorker.class,
            List.of(baseUrl, variant.name(), "&requestsPerSecond=0", String.valueOf(IN_FLIGHT)));
    cases.add(new Case(title, jvm, jvm.line()));
  }

  /** A goal that was not measured is not met, but only in a run for figures. */
  static List<String> faults(Sizes sizes, @Nullable String newerJava) {
    return newerJava != null || !sizes.equals(Sizes.FULL)
        ? List.of()
        : List.of(
            "not measured: ark: with virtual threads, since %s does not say where a JDK 25 is"
                .formatted(NEWER_JAVA));
  }

  private Chapter chapter(List<String> notMeasured) {
    double ideal = sizes.bulkIds() * (LATENCY_MILLIS / 1e3) / IN_FLIGHT;
    List<List<String>> rows = new ArrayList<>();
    List<Goal> goals = new ArrayList<>();
    List<String> faults = new ArrayList<>(notMeasured);
    for (Case current : cases) {
      double seconds = current.median().seconds();
      String reached = percent(ideal / seconds);
      rows.add(
          List.of(
              current.title,
              current.javaVersion,
              String.format(Locale.ROOT, "%.2f", seconds),
              reached));
      if (current.title.startsWith("ark:")) {
        goals.add(
            new Goal(
                "%s: %s of the ideal rate, at least %s"
                    .formatted(current.title, reached, percent(GOAL)),
                ideal / seconds >= GOAL));
      }
      if (current.notDeleted > 0) {
        faults.add("%s: %d files were not deleted".formatted(current.title, current.notDeleted));
      }
    }
    String note =
        String.format(
            Locale.ROOT,
            "%,d files by split().streaming().parallelProcessing(), %d at once, at a server that"
                + " answers after %d ms: %.2f s at best. The median of %d passes after %d to warm"
                + " up. What raw sockets reach is what the machine allows: server and client share"
                + " its processors, and replies that come at once wait for them.",
            sizes.bulkIds(),
            IN_FLIGHT,
            LATENCY_MILLIS,
            ideal,
            sizes.bulkPasses(),
            sizes.bulkWarmUps());
    Table table =
        new Table("Deletes", List.of("", "JDK", "seconds", "of the ideal"), rows, List.of(3));
    return new Chapter(
        "Many deletes at a slow server", List.of(note), List.of(table), goals, faults);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }

  private static final class Case {

    private final String title;
    private final ChildJvm jvm;
    private final String javaVersion;
    private final List<Deletions> results = new ArrayList<>();
    private int notDeleted;

    Case(String title, ChildJvm jvm, String javaVersion) {
      this.title = title;
      this.jvm = jvm;
      this.javaVersion = javaVersion;
    }

    void run(int files, boolean toWarmUp) throws IOException {
      Deletions result = Deletions.fromLine(jvm.ask(String.valueOf(files)));
      notDeleted += files - result.deleted();
      if (!toWarmUp) {
        results.add(result);
      }
    }

    Deletions median() {
      return results.stream()
          .sorted(Comparator.comparingLong(Deletions::nanos))
          .toList()
          .get((results.size() - 1) / 2);
    }
  }
}
