// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.Sizes;
import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Table;
import io.github.camelark.benchmarks.server.Counter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Deletes files at a server that allows so many requests per second and refuses the others. */
public final class PacedChapter {

  private static final int LIMIT = 20;
  private static final int IN_FLIGHT = 8;
  private static final double GOAL = 19.5;

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
    Result ark = delete("ark:", Variant.ARK, "", server, sizes);
    Result unpaced =
        delete("ark:, requestsPerSecond=0", Variant.ARK, "&requestsPerSecond=0", server, sizes);
    Result sdk = delete("official SDK in a processor", Variant.OFFICIAL_SDK, "", server, sizes);
    String note =
        "%d files by %d threads, at a server that takes %d requests in any second and answers 429"
                .formatted(sizes.pacedIds(), IN_FLIGHT, LIMIT)
            + " to the others. Before that %d files while the JVM is cold: its first request takes"
                .formatted(LIMIT)
            + " so long that those which were sent after it arrive at the same time.";
    return new Chapter(
        "Deletes at a limited rate",
        List.of(note),
        List.of(
            new Table("Deletes", HEAD, List.of(ark.row(), unpaced.row(), sdk.row()), List.of(3))),
        List.of(ark.goal()),
        ark.faults(sizes.pacedIds()));
  }

  private static Result delete(
      String title, Variant variant, String options, String server, Sizes sizes) throws Exception {
    String baseUrl = "%s/limit-%d-%s/api/v3".formatted(server, LIMIT, title.replaceAll("\\W", ""));
    List<String> arguments = List.of(baseUrl, variant.name(), options, String.valueOf(IN_FLIGHT));
    try (ChildJvm jvm = new ChildJvm(sizes.jvmOptions(), DeletionWorker.class, arguments)) {
      jvm.line();
      jvm.ask(String.valueOf(LIMIT));
      int refusedWhileCold = Counter.take(baseUrl);
      // the limit forgets
      TimeUnit.SECONDS.sleep(1);
      Deletions deletions = Deletions.fromLine(jvm.ask(String.valueOf(sizes.pacedIds())));
      return new Result(title, deletions, Counter.take(baseUrl), refusedWhileCold);
    }
  }

  /**
   * What came of deletes at a limited rate.
   *
   * @param deletions once the JVM is warm
   * @param refused how many requests were answered by 429 then
   * @param refusedWhileCold how many before
   */
  record Result(String title, Deletions deletions, int refused, int refusedWhileCold) {

    List<String> row() {
      return List.of(
          title,
          String.valueOf(deletions.deleted()),
          String.valueOf(deletions.failed()),
          String.valueOf(refused),
          String.valueOf(refusedWhileCold),
          String.format(Locale.ROOT, "%.1f", deletions.seconds()),
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
              deletions.failed(),
              GOAL),
          perSecond() >= GOAL && refused == 0 && deletions.failed() == 0);
    }

    /** What is wrong however fast it was: files that are not gone, and calls that failed. */
    List<String> faults(int files) {
      return deletions.deleted() == files && deletions.failed() == 0
          ? List.of()
          : List.of(
              "ark: deleted %d of %d files, and failed to delete %d"
                  .formatted(deletions.deleted(), files, deletions.failed()));
    }

    /** The first one need not wait: what follows has a rate. */
    private double perSecond() {
      return Math.max(0, deletions.deleted() - 1) / deletions.seconds();
    }
  }
}
