// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What follows when the route is done with a file. It acts on what was captured when the exchange
 * was made, so that a route that changes headers cannot make it act on another file. Its first end
 * counts.
 */
final class FileCompletion implements Synchronization {

  private final ClaimedFile file;
  private final Scan scan;
  private final SeenFiles seen;
  private final @Nullable Consumer<String> deleting;
  private final Duration pauseAfterFailure;
  private final ExceptionHandler exceptionHandler;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * @param deleting deletes the file of an id, and throws if it is not gone then; null to leave the
   *     file where it is
   * @param pauseAfterFailure how long a file that failed waits before it comes again
   */
  FileCompletion(
      ClaimedFile file,
      Scan scan,
      SeenFiles seen,
      @Nullable Consumer<String> deleting,
      Duration pauseAfterFailure,
      ExceptionHandler exceptionHandler) {
    this.file = file;
    this.scan = scan;
    this.seen = seen;
    this.deleting = deleting;
    this.pauseAfterFailure = pauseAfterFailure;
    this.exceptionHandler = exceptionHandler;
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
      if (deleting != null) {
        deleting.accept(id);
        isDeleted = true;
        seen.deleted(id);
      }
      seen.done(file.key());
      scan.done(id);
    } catch (RuntimeException | Error e) {
      seen.failed(file.key(), pauseAfterFailure);
      exceptionHandler.handleException(
          isDeleted
              ? "File " + id + " was processed and deleted, but cannot be remembered as done"
              : "File " + id + " was processed, but cannot be completed: it will come again",
          exchange,
          e);
    } finally {
      seen.giveBack(file.key());
    }
  }

  @Override
  public void onFailure(Exchange exchange) {
    if (!ended.getAndSet(true)) {
      seen.failed(file.key(), pauseAfterFailure);
      seen.giveBack(file.key());
    }
  }

  /**
   * What follows when an exchange is done that this file was fetched for. By then its own end has
   * come, unless an aggregation has failed, or left it out: that is a failure of the file.
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
