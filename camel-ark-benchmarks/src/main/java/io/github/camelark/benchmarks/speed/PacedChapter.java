// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Panel;
import io.github.camelark.benchmarks.report.Table;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Deletes files at a server that allows so many requests per second and refuses the others. */
public final class PacedChapter {

  private static final int LIMIT = 20;
  private static final double GOAL = 19.5;
  private static final int IN_FLIGHT = 8;

  private static final List<String> HEAD =
      List.of(
          "",
          "deleted",
          "failed",
          "429 answers",
          "429 while cold",
          "seconds",
          "deleted per second");

  private PacedChapter() {}

  /**
   * Measures.
   *
   * @param server scheme, host and port of a server that limits the rate if asked to
   */
  public static Chapter measure(String server, Sizes sizes) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    List<Panel.Bar> bars = new ArrayList<>();
    List<Goal> goals = new ArrayList<>();
    for (DeletionWay way :
        List.of(DeletionWay.ARK_PACED, DeletionWay.ARK, DeletionWay.OFFICIAL_SDK)) {
      boolean ours = way == DeletionWay.ARK_PACED;
      Outcome outcome = delete(way, server, sizes);
      rows.add(outcome.row(way.title()));
      bars.add(new Panel.Bar(way.title(), outcome.refused, String.valueOf(outcome.refused), ours));
      if (ours) {
        goals.add(outcome.goal());
      }
    }
    return new Chapter(
        "Deletes at a limited rate",
        List.of(
            "%d files by %d threads, at a server that takes %d requests in any second and answers 429"
                    .formatted(sizes.pacedIds(), IN_FLIGHT, LIMIT)
                + " to the others. Before that %d files while the JVM is cold: its first request takes"
                    .formatted(LIMIT)
                + " so long that those which were sent after it arrive at the same time."),
        List.of(new Table("Deletes", HEAD, rows)),
        goals,
        List.of(),
        List.of(new Panel("deletes at a limited rate: 429 answers", bars)));
  }

  private static Outcome delete(DeletionWay way, String server, Sizes sizes) throws Exception {
    String limit = "/limit-" + LIMIT + "-" + way.name();
    try (ChildJvm jvm =
        new ChildJvm(
            sizes.java(),
            DeletionWorker.class,
            List.of(server + limit + "/api/v3", way.name(), String.valueOf(IN_FLIGHT)))) {
      jvm.line();
      jvm.ask(String.valueOf(LIMIT));
      int cold = Integer.parseInt(fetch(server + "/refused" + limit));
      // the limit forgets
      TimeUnit.SECONDS.sleep(1);
      DeletionResult result = DeletionResult.fromLine(jvm.ask(String.valueOf(sizes.pacedIds())));
      int all = Integer.parseInt(fetch(server + "/refused" + limit));
      return new Outcome(result, all - cold, cold);
    }
  }

  private static String fetch(String url) throws IOException {
    try (InputStream answer = URI.create(url).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private record Outcome(DeletionResult result, int refused, int refusedWhileCold) {

    List<String> row(String title) {
      return List.of(
          title,
          String.valueOf(result.deleted()),
          String.valueOf(result.failed()),
          String.valueOf(refused),
          String.valueOf(refusedWhileCold),
          String.format(Locale.ROOT, "%.1f", result.seconds()),
          String.format(Locale.ROOT, "%.2f", perSecond()));
    }

    Goal goal() {
      return new Goal(
          String.format(
              Locale.ROOT,
              "ark: deletes %.2f files per second with %d answers of 429 and %d failures, at least"
                  + " %.1f with none",
              perSecond(),
              refused,
              result.failed(),
              GOAL),
          perSecond() >= GOAL && refused == 0 && result.failed() == 0);
    }

    /** The first one need not wait: it is what follows that has a rate. */
    private double perSecond() {
      return Math.max(0, result.deleted() - 1) / result.seconds();
    }
  }
}
