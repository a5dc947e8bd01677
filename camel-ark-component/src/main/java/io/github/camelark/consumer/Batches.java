// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.WalkPage;
import io.github.camelark.error.ArkFailure;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Synchronization;
import org.jspecify.annotations.Nullable;

/**
 * The batches of one poll: the files of a page each, while the next pages are asked for. Used by
 * one thread.
 */
public final class Batches implements AutoCloseable {

  /** With a second one whoever asks need not be woken up for it when a page was quick. */
  private static final int PAGES_AHEAD = 2;

  private final FilePolling polling;
  private final Scan scan;
  private final LookAhead lookAhead;
  private final ExceptionHandler exceptionHandler;

  /** Whether every page is wanted, however many files of it come. */
  private final boolean readsAll;

  private int left;

  Batches(
      FilePolling polling, int most, ExecutorService executor, ExceptionHandler exceptionHandler) {
    this.polling = polling;
    this.readsAll = most <= 0;
    this.left = readsAll ? Integer.MAX_VALUE : most;
    this.scan = polling.begin(left);
    this.lookAhead = new LookAhead(executor, scan, readsAll ? PAGES_AHEAD : 1);
    this.exceptionHandler = exceptionHandler;
  }

  /** Waits for the page of the next batch; null if there is none, or no file is wanted any more. */
  public @Nullable WalkPage nextPage() throws InterruptedException {
    try {
      return left == 0 ? null : lookAhead.take();
    } catch (ArkUnavailableException e) {
      polling.postpone(e.retryAfter());
      throw e;
    }
  }

  /** Claims the files of a page that are to come now. */
  public Queue<ClaimedFile> claim(WalkPage page) {
    report(page);
    if (readsAll && page.hasMore()) {
      lookAhead.begin();
    }
    Queue<ClaimedFile> claimed = scan.claim(page, left);
    try {
      if (claimed.size() < left && page.hasMore()) {
        lookAhead.begin();
      }
    } catch (RuntimeException | Error e) {
      scan.giveBack(claimed);
      throw e;
    }
    left -= readsAll ? 0 : claimed.size();
    return claimed;
  }

  /** Waits until the next page has arrived: the route may delete the file that it begins after. */
  public void awaitNextPage() throws InterruptedException {
    lookAhead.await();
  }

  /** Writes a file into an exchange, and sees to what follows when the route is done with it. */
  public Synchronization fill(Exchange exchange, ClaimedFile file, Duration pauseAfterFailure) {
    return polling.fill(exchange, file, scan, pauseAfterFailure, exceptionHandler);
  }

  /** Gives back the claims of files that do not come after all, and takes them out of the queue. */
  public void giveBack(Queue<?> claimed) {
    scan.giveBack(claimed);
  }

  /** Gives up the pages that nobody wants any more. */
  @Override
  public void close() {
    lookAhead.close();
    polling.saveCursor();
  }

  private void report(WalkPage page) {
    for (String entry : page.unreadable()) {
      exceptionHandler.handleException(
          "Left out an entry of the list",
          new ArkProtocolException(
              ArkFailure.of("files list", null, page.requestId(), "an entry is no file: " + entry),
              "the other files of the page come"));
    }
  }
}
