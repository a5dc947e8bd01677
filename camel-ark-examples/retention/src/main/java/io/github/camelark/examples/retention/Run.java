// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.error.ArkException;
import io.github.camelark.examples.command.TerminalText;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a policy: its findings, its plan and its outcome. Deletions may end on any thread;
 * everything else happens on one.
 */
final class Run {

  private final RetentionSettings settings;
  private final Rules rules;
  private final Stop stop;
  private final Progress progress;
  private final TooManyRequests tooManyRequests;
  private final long tooManyRequestsBefore;
  private final Instant startedAt;
  private final ReportFiles files;
  private final RunLog log;

  private List<KnownFile> found = new ArrayList<>();
  private @Nullable Plan plan;

  /** Creates the files of its report, so that nothing is deleted if that cannot be done. */
  Run(
      RetentionSettings settings,
      Rules rules,
      Stop stop,
      Progress progress,
      TooManyRequests tooManyRequests)
      throws IOException {
    this.settings = settings;
    this.rules = rules;
    this.stop = stop;
    this.progress = progress;
    this.tooManyRequests = tooManyRequests;
    this.tooManyRequestsBefore = tooManyRequests.count();
    this.startedAt = settings.clock().instant();
    this.files = ReportFiles.create(settings.reportFolder(), startedAt);
    this.log = new RunLog(files.csv());
    progress.begin("listing");
  }

  void found(ArkFile file) {
    found.add(KnownFile.of(file));
    progress.step();
  }

  /** Only what is surely the whole list can be judged. */
  void decide() throws IOException {
    if (isStopped()) {
      return;
    }
    Plan decided = Planner.plan(settings.policy(), rules, found, startedAt);
    for (Decision kept : decided.kept()) {
      files.csv().add(Entry.kept(kept));
    }
    plan = decided;
    progress.begin(settings.dryRun() ? "planning" : "deleting", due().count());
  }

  /** What may be deleted, the oldest first; ends at a stop. */
  Stream<Decision> due() {
    return plan().wanted().stream()
        .limit(settings.maxDeletions())
        .takeWhile(decision -> !isStopped());
  }

  boolean isStopped() {
    return stop.isRequested() || log.failure() != null;
  }

  void wouldBeDeleted(Decision planned) {
    ended(Entry.untouched(Outcome.WOULD_BE_DELETED, planned.file(), planned.reason()));
  }

  void deletionEnded(Decision planned, ArkDeletion.Outcome outcome, @Nullable String requestId) {
    switch (outcome) {
      case DELETED -> ended(Outcome.DELETED, planned, planned.reason(), requestId);
      case ALREADY_GONE -> ended(Outcome.ALREADY_GONE, planned, planned.reason(), requestId);
      case NOT_DELETED ->
          ended(
              Outcome.FAILED,
              planned,
              "the service answered that it has not deleted the file: run again, or ask its support",
              requestId);
    }
  }

  void deletionFailed(Decision planned, Exception exception) {
    String requestId = exception instanceof ArkException ark ? ark.requestId() : null;
    ended(Outcome.FAILED, planned, text(exception), requestId);
  }

  /** Something else than the deletion of a file failed: nothing more is deleted. */
  void failed(Exception exception) {
    log.failed(text(exception));
  }

  /** Writes the report. */
  Report end() throws IOException {
    progress.close();
    Report report =
        new Report(
            settings.provider(),
            settings.policy().source(),
            rules,
            settings.dryRun(),
            startedAt,
            settings.clock().instant(),
            log.failure(),
            endedEarly(),
            tooManyRequests.count() - tooManyRequestsBefore,
            doneAndLeft(),
            plan().kept(),
            plan().goals(),
            files.csvFile(),
            files.jsonFile());
    files.write(report);
    return report;
  }

  private void ended(Outcome outcome, Decision planned, String reason, @Nullable String requestId) {
    ended(new Entry(outcome, planned.file(), reason, requestId, settings.clock().instant()));
  }

  private void ended(Entry entry) {
    log.ended(entry);
    progress.step();
  }

  private Plan plan() {
    return plan == null ? Plan.NOTHING : plan;
  }

  /** Why the run did not do all that is wanted; null if it did. */
  private @Nullable String endedEarly() {
    if (plan != null && log.done().size() == plan.wanted().size()) {
      return null;
    }
    String reason = stop.reason() == null ? log.failure() : stop.reason();
    return reason == null
        ? "a run deletes at most " + settings.maxDeletions() + " files: run again for the rest"
        : reason;
  }

  private List<Entry> doneAndLeft() {
    List<Entry> done = log.done();
    String reason = Objects.requireNonNullElse(endedEarly(), "");
    Set<String> ids = done.stream().map(entry -> entry.file().id()).collect(Collectors.toSet());
    Stream<Entry> left =
        plan().wanted().stream()
            .map(Decision::file)
            .filter(file -> !ids.contains(file.id()))
            .map(file -> Entry.untouched(Outcome.LEFT, file, reason));
    return Stream.concat(done.stream(), left).toList();
  }

  private static String text(Exception exception) {
    return exception instanceof ArkException
        ? TerminalText.escape(exception.getMessage())
        : TerminalText.escape(exception.toString());
  }
}
