// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run. Immutable.
 *
 * @param provider whose service
 * @param policy where the policy was read from
 * @param rules which of its rules
 * @param dryRun whether nothing was to be deleted
 * @param startedAt when the list was asked for
 * @param endedAt when the last deletion was through
 * @param failure what ended the run, null if nothing did
 * @param endedEarly why files that were to go were left, null if none were
 * @param tooManyRequests how often the service answered 429
 * @param done the outcome of the files to delete, including those that were left
 * @param kept the files that were to stay
 * @param goals what the rules with totalBelow wanted
 * @param csvFile where it is for spreadsheets
 * @param jsonFile where it is for programs
 */
record Report(
    String provider,
    String policy,
    Rules rules,
    boolean dryRun,
    Instant startedAt,
    Instant endedAt,
    @Nullable String failure,
    @Nullable String endedEarly,
    long tooManyRequests,
    List<Entry> done,
    List<Decision> kept,
    List<SpaceGoal> goals,
    Path csvFile,
    Path jsonFile) {

  /** Everything that was wanted is gone; in a dry run: a plan was made. */
  static final int COMPLETE = 0;

  /** Something failed. */
  static final int FAILED = 1;

  /** The run ended early, and files that were to go were left. */
  static final int ENDED_EARLY = 3;

  /** What is left exceeds totalBelow, but must be kept. */
  static final int TOO_MUCH_LEFT = 4;

  /** The outcome of each file, files to delete first. */
  Stream<Entry> entries() {
    return Stream.concat(done.stream(), kept.stream().map(Entry::kept));
  }

  long count(Outcome outcome) {
    return outcome == Outcome.KEPT
        ? kept.size()
        : done.stream().filter(entry -> entry.outcome() == outcome).count();
  }

  long bytes(Outcome outcome) {
    return entries()
        .filter(entry -> entry.outcome() == outcome)
        .mapToLong(entry -> entry.file().size())
        .sum();
  }

  /** How much the files that a rule with totalBelow covers take now, or would in a dry run. */
  long bytesLeft(SpaceGoal goal) {
    return goal.bytesBefore()
        - done.stream()
            .filter(entry -> isGone(entry.outcome()) && goal.rule().isAbout(entry.file()))
            .mapToLong(entry -> entry.file().size())
            .sum();
  }

  boolean isReached(SpaceGoal goal) {
    return bytesLeft(goal) < goal.limit();
  }

  /** What a program that ran it tells who started it. */
  int exitCode() {
    if (failure != null || count(Outcome.FAILED) > 0) {
      return FAILED;
    }
    if (dryRun) {
      return COMPLETE;
    }
    if (endedEarly != null) {
      return ENDED_EARLY;
    }
    return goals.stream().allMatch(this::isReached) ? COMPLETE : TOO_MUCH_LEFT;
  }

  private static boolean isGone(Outcome outcome) {
    return switch (outcome) {
      case DELETED, ALREADY_GONE, WOULD_BE_DELETED -> true;
      case FAILED, LEFT, KEPT -> false;
    };
  }
}
