// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.ArkConstants;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import java.io.IOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** What the routes know as the bean {@code retention}: the steps of a run. Thread-safe. */
public final class Retention {

  private static final String RUN = "run";
  private static final String PLANNED = "planned";

  private final RetentionSettings settings;
  private final Supplier<Progress> progress;
  private final TooManyRequests tooManyRequests;
  private final Stop stop;

  /**
   * @param progress gives a new one for each run
   * @param stop ends the runs from outside
   */
  Retention(
      RetentionSettings settings,
      Supplier<Progress> progress,
      TooManyRequests tooManyRequests,
      Stop stop) {
    this.settings = settings;
    this.progress = progress;
    this.tooManyRequests = tooManyRequests;
    this.stop = stop;
  }

  /** Begins a run, by all rules of the policy unless the exchange says which. */
  public Run begin(@ExchangeProperty("rules") @Nullable Rules rules) throws IOException {
    Rules which = rules == null ? Rules.ALL : rules;
    settings.policy().requireSome(which);
    return new Run(settings, which, stop, progress.get(), tooManyRequests);
  }

  /** Oldest first, where the provider has an order: a truncated list lacks new files. */
  public @Nullable String order() {
    return "azure".equals(settings.provider()) ? null : "asc";
  }

  /** The list, which ends early at a stop. */
  public Iterator<ArkFile> untilStopped(
      @ExchangeProperty(RUN) Run run, @Body Iterator<ArkFile> files) {
    Spliterator<ArkFile> all = Spliterators.spliteratorUnknownSize(files, Spliterator.ORDERED);
    return StreamSupport.stream(all, false).takeWhile(file -> !run.isStopped()).iterator();
  }

  public void found(@ExchangeProperty(RUN) Run run, @Body ArkFile file) {
    run.found(file);
  }

  public void decide(@ExchangeProperty(RUN) Run run) throws IOException {
    run.decide();
  }

  /** What is to be deleted now; ends early at a stop. */
  public Iterator<Decision> due(@ExchangeProperty(RUN) Run run) {
    return run.due().iterator();
  }

  public void wouldBeDeleted(@ExchangeProperty(RUN) Run run, @Body Decision planned) {
    run.wouldBeDeleted(planned);
  }

  public void deletionEnded(
      @ExchangeProperty(RUN) Run run,
      @ExchangeProperty(PLANNED) Decision planned,
      @Body ArkDeletion deletion,
      @Header(ArkConstants.REQUEST_ID) @Nullable String requestId) {
    run.deletionEnded(planned, deletion.outcome(), requestId);
  }

  public void deletionFailed(
      @ExchangeProperty(RUN) Run run,
      @ExchangeProperty(PLANNED) @Nullable Decision planned,
      @ExchangeException Exception exception) {
    if (planned == null) {
      run.failed(exception);
    } else {
      run.deletionFailed(planned, exception);
    }
  }

  public void failed(@ExchangeProperty(RUN) Run run, @ExchangeException Exception exception) {
    run.failed(exception);
  }

  /** Ends the run: what happened is in its files, and in what this returns. */
  public Report report(@ExchangeProperty(RUN) Run run) throws IOException {
    return run.end();
  }
}
