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
import java.util.concurrent.TimeUnit;

/** Deletes files at a server that allows so many requests per second and refuses the others. */
public final class PacedChapter {

  private static final int LIMIT = 20;
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
    List<String> faults = new ArrayList<>();
    for (DeletionWay way :
        List.of(DeletionWay.ARK_PACED, DeletionWay.ARK, DeletionWay.OFFICIAL_SDK)) {
      boolean ours = way == DeletionWay.ARK_PACED;
      PacedOutcome outcome = delete(way, server, sizes);
      rows.add(outcome.row(way.title()));
      int refused = outcome.refused();
      bars.add(new Panel.Bar(way.title(), refused, String.valueOf(refused), ours));
      if (ours) {
        goals.add(outcome.goal());
        faults.addAll(outcome.faults(sizes.pacedIds()));
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
        faults,
        List.of(new Panel("deletes at a limited rate: 429 answers", bars)));
  }

  private static PacedOutcome delete(DeletionWay way, String server, Sizes sizes) throws Exception {
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
      return new PacedOutcome(result, all - cold, cold);
    }
  }

  private static String fetch(String url) throws IOException {
    try (InputStream answer = URI.create(url).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
