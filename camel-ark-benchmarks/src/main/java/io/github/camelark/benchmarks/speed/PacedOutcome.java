// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.report.Goal;
import java.util.List;
import java.util.Locale;

/**
 * What came of deletes at a limited rate.
 *
 * @param result once the JVM is warm
 * @param refused how many requests were answered by 429 then
 * @param refusedWhileCold how many before
 */
record PacedOutcome(DeletionResult result, int refused, int refusedWhileCold) {

  private static final double GOAL = 19.5;

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

  /** What is wrong however fast it was; empty if every file is gone and no call failed. */
  List<String> faults(int files) {
    return result.deleted() == files && result.failed() == 0
        ? List.of()
        : List.of(
            "ark: deleted %d of %d files, and failed to delete %d"
                .formatted(result.deleted(), files, result.failed()));
  }

  /** The first one need not wait: it is what follows that has a rate. */
  private double perSecond() {
    return Math.max(0, result.deleted() - 1) / result.seconds();
  }
}
