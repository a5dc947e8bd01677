// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.client.WalkPage;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * The batches of one poll: a batch is the files of a page, and the next pages are requested while
 * it is processed. Used by one thread; the pages are requested by another, one after the other.
 */
public final class Batches implements AutoCloseable {

  /** With a second one the thread that requests them need not be woken up if a page was quick. */
  private static final int PAGES_AHEAD = 2;

  private final FilePolling polling;
  private final Scan scan;
  private final ExecutorService executor;
  private final ExceptionHandler exceptionHandler;

  /** Whether every page is wanted. */
  private final boolean readsAll;

  private final Queue<Future<@Nullable WalkPage>> requested = new ArrayDeque<>();
  private int left;

  /** Whether the request of a page failed: it is not repeated ahead of time. */
  private volatile boolean failed;

  /**
   * @param most how many files may come; all if it is not positive
   */
  Batches(
      FilePolling polling,
      Scan scan,
      int most,
      ExecutorService executor,
      ExceptionHandler exceptionHandler) {
    this.polling = polling;
    this.scan = scan;
    this.executor = executor;
    this.exceptionHandler = exceptionHandler;
    this.readsAll = most <= 0;
    this.left = readsAll ? Integer.MAX_VALUE : most;
  }

  /** Waits for the next batch's page; null if there is none, or no further file is wanted. */
  public @Nullable WalkPage nextPage() throws InterruptedException {
    polling.saveCursor();
    if (left == 0) {
      return null;
    }
    Future<@Nullable WalkPage> next = requested.poll();
    try {
      return next == null ? scan.nextPage() : pageOf(next);
    } catch (ArkUnavailableException e) {
      polling.postpone(e.retryAfter());
      throw e;
    }
  }

  private static @Nullable WalkPage pageOf(Future<@Nullable WalkPage> page)
      throws InterruptedException {
    try {
      return page.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ArkException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (CancellationException e) {
      return null;
    }
  }

  /** Claims the files of a page that are to come now. */
  public Queue<ClaimedFile> claim(WalkPage page) {
    report(page);
    if (readsAll && page.hasMore()) {
      requestAhead();
    }
    Queue<ClaimedFile> claimed = new ArrayDeque<>();
    try {
      scan.claim(page, left, claimed);
      if (claimed.size() < left && page.hasMore()) {
        requestAhead();
      }
    } catch (RuntimeException | Error e) {
      polling.claims().giveBack(claimed);
      throw e;
    }
    left -= readsAll ? 0 : claimed.size();
    return claimed;
  }

  private void report(WalkPage page) {
    for (String entry : page.unreadable()) {
      exceptionHandler.handleException(
          "Left out an entry of the list",
          new ArkProtocolException(
              ApiFailure.of("files list", null, page.requestId(), "an entry is no file: " + entry),
              "the other files of the page come"));
    }
  }

  void requestAhead() {
    while (requested.size() < (readsAll ? PAGES_AHEAD : 1)) {
      Future<@Nullable WalkPage> next = executor.submit(this::requestNext);
      if (executor.isShutdown()) {
        // what a stopped executor drops would never be done
        next.cancel(false);
      }
      requested.add(next);
    }
  }

  private @Nullable WalkPage requestNext() {
    if (failed) {
      return null;
    }
    failed = true;
    WalkPage page = scan.nextPage();
    failed = false;
    return page;
  }

  /**
   * Waits until the page that was requested has arrived or failed: the route may delete the file
   * that it begins after.
   */
  public void awaitNextPage() throws InterruptedException {
    Future<@Nullable WalkPage> next = requested.peek();
    if (next != null) {
      try {
        next.get();
      } catch (ExecutionException | CancellationException e) {
        // thrown by nextPage, after the files of this page are processed
      }
    }
  }

  /** Cancels the pages that are not wanted any more, without waiting: a stop must not hang. */
  @Override
  public void close() {
    for (Future<?> next = requested.poll(); next != null; next = requested.poll()) {
      next.cancel(true);
    }
    polling.saveCursor();
  }
}
