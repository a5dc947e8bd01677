// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * What follows when the route is done with a file. It acts on what was captured when the exchange
 * was made: a route that changes headers cannot make it act on another file. Only the first end
 * counts.
 */
final class FileCompletion implements Synchronization {

  private final PollSetup setup;
  private final SeenFiles seen;
  private final ClaimedFile file;
  private final AtomicBoolean ended = new AtomicBoolean();

  FileCompletion(PollSetup setup, SeenFiles seen, ClaimedFile file) {
    this.setup = setup;
    this.seen = seen;
    this.file = file;
  }

  @Override
  public void onComplete(Exchange exchange) {
    if (!ended.getAndSet(true)) {
      complete(exchange);
    }
  }

  private void complete(Exchange exchange) {
    String id = file.file().id();
    boolean isDeleted = false;
    try {
      if (setup.options().deleteAfterRead()) {
        delete(id);
        isDeleted = true;
        seen.deleted(id);
      }
      seen.done(file.key());
      file.scan().done(id);
    } catch (RuntimeException | Error e) {
      failed();
      setup
          .exceptionHandler()
          .handleException(
              isDeleted
                  ? "File " + id + " was processed and deleted, but cannot be remembered as done"
                  : "File " + id + " was processed, but cannot be completed: it will come again",
              exchange,
              e);
    } finally {
      seen.claims().giveBack(file.key());
    }
  }

  private void delete(String id) {
    ArkDeletion.Outcome outcome;
    try {
      outcome = setup.client().delete(ApiOperation.DELETE_FILE, id).value().outcome();
    } catch (ArkNotFoundException e) {
      return;
    }
    if (outcome == ArkDeletion.Outcome.NOT_DELETED) {
      throw new ArkUnavailableException(
          ApiFailure.of("files delete", id, null, "the service answered that it was not deleted"),
          "it will be tried again",
          null,
          null);
    }
  }

  @Override
  public void onFailure(Exchange exchange) {
    if (!ended.getAndSet(true)) {
      failed();
      seen.claims().giveBack(file.key());
    }
  }

  private void failed() {
    seen.failed(file.key(), setup.options().delay());
  }

  /**
   * For the exchange that the file was fetched for. At its end the file's own exchange has ended,
   * unless an aggregation has failed or left it out: that is a failure of the file.
   */
  Synchronization ofOriginal() {
    return new SynchronizationAdapter() {
      @Override
      public void onDone(Exchange exchange) {
        FileCompletion.this.onFailure(exchange);
      }

      @Override
      public int getOrder() {
        return Ordered.LOWEST;
      }
    };
  }
}
