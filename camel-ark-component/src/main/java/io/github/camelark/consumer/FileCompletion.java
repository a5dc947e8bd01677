// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Synchronization;
import org.jspecify.annotations.Nullable;

/**
 * What follows when the route is done with a file. It acts on what was captured when the exchange
 * was made, so that a route that changes headers cannot make it act on another file.
 */
public final class FileCompletion implements Synchronization {

  private final ClaimedFile file;
  private final Scan scan;
  private final SeenFiles seen;
  private final @Nullable Consumer<String> deleting;
  private final Duration pauseAfterFailure;
  private final ExceptionHandler exceptionHandler;

  /**
   * @param deleting deletes the file of an id, and throws if it is not gone then; null to leave the
   *     file where it is
   * @param pauseAfterFailure how long a file that failed waits before it comes again
   */
  public FileCompletion(
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
    String id = file.file().id();
    try {
      if (deleting != null) {
        deleting.accept(id);
        seen.deleted(id);
      }
      seen.done(file.key());
      scan.progress().done(id);
    } catch (RuntimeException e) {
      seen.failed(file.key(), pauseAfterFailure);
      exceptionHandler.handleException(
          "File " + id + " was processed, but cannot be completed: it will come again",
          exchange,
          e);
    } finally {
      seen.giveBack(file.key());
    }
  }

  @Override
  public void onFailure(Exchange exchange) {
    seen.failed(file.key(), pauseAfterFailure);
    seen.giveBack(file.key());
  }
}
