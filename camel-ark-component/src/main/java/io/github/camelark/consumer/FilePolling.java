// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.error.ArkFailure;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/**
 * What a consumer does, by its options: which files come, what their exchanges hold, and what
 * follows. Used by one consumer, from its start to its stop.
 */
public final class FilePolling implements AutoCloseable {

  private final PollSetup setup;
  private final ConsumerMemory.OfUri memory;
  private final SeenFiles seen;
  private final Scans scans;

  /**
   * @throws IllegalArgumentException if another consumer of the context moves the same cursor
   */
  public FilePolling(PollSetup setup) throws Exception {
    this.setup = setup;
    this.memory = setup.memory().take(setup.endpoint(), setup.options());
    this.seen = memory.seen();
    try {
      this.scans = new Scans(setup, seen);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Begins a scan.
   *
   * @param most how many files it may bring
   */
  public Scan begin(int most) {
    return scans.begin(most);
  }

  /** Stores how far the latest scan has got. */
  public void saveCursor() {
    scans.saveCursor();
  }

  /** Gives back the claim of a file that does not come after all. */
  public void giveBack(ClaimedFile file) {
    seen.giveBack(file.key());
  }

  /**
   * Writes a claimed file into an exchange, and sees to what follows when a route is done with it.
   *
   * @param pauseAfterFailure how long a file that failed waits before it comes again
   */
  public FileCompletion fill(
      Exchange exchange,
      ClaimedFile claimed,
      Scan scan,
      Duration pauseAfterFailure,
      ExceptionHandler exceptionHandler) {
    exchange.setIn(setup.messages().apply(claimed.file(), claimed.requestId()));
    FileCompletion completion =
        new FileCompletion(
            claimed,
            scan,
            seen,
            setup.options().deleteAfterRead() ? this::delete : null,
            pauseAfterFailure,
            exceptionHandler);
    exchange.getExchangeExtension().addOnCompletion(completion);
    return completion;
  }

  private void delete(String id) {
    ArkDeletion.Outcome outcome;
    try {
      outcome = setup.client().deleteFile(id).value().outcome();
    } catch (ArkNotFoundException e) {
      outcome = ArkDeletion.Outcome.ALREADY_GONE;
    }
    if (outcome == ArkDeletion.Outcome.NOT_DELETED) {
      throw new ArkUnavailableException(
          ArkFailure.of("files delete", id, null, "the service answered that it was not deleted"),
          "it will be tried again",
          null,
          null);
    }
  }

  /** Leaves what is remembered to the consumers to come. */
  @Override
  public void close() {
    setup.memory().giveBack(memory, setup.context(), setup.options());
  }
}
