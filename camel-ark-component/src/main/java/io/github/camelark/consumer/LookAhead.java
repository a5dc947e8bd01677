// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.WalkPage;
import io.github.camelark.error.ArkException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the next pages while the files of this one are processed. Used by one thread; the pages
 * are asked for by another, one after the other.
 */
final class LookAhead {

  private final ExecutorService executor;
  private final Scan scan;
  private final int pages;
  private final Queue<Future<@Nullable WalkPage>> asked = new ArrayDeque<>();

  /** Whether a page could not be had: nobody has asked to try it again. */
  private volatile boolean failed;

  /**
   * @param pages how many are asked for ahead, and kept at most
   */
  LookAhead(ExecutorService executor, Scan scan, int pages) {
    this.executor = executor;
    this.scan = scan;
    this.pages = pages;
  }

  /** Begins to ask for the next pages, as far as that was not begun. */
  void begin() {
    while (asked.size() < pages) {
      ask();
    }
  }

  /** Waits until the next page has arrived, or cannot; does nothing if none was asked for. */
  void await() throws InterruptedException {
    Future<@Nullable WalkPage> next = asked.peek();
    if (next != null) {
      try {
        next.get();
      } catch (ExecutionException | CancellationException e) {
        // told by take, when the files of this page are processed
      }
    }
  }

  /** The next page, asked for now if that was not begun; null at the end of the list. */
  @Nullable WalkPage take() throws InterruptedException {
    Future<@Nullable WalkPage> next = asked.poll();
    if (next == null) {
      return scan.nextPage();
    }
    try {
      return next.get();
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

  /** Gives up pages that nobody wants any more, without waiting for them: a stop must not hang. */
  void close() {
    for (Future<?> next = asked.poll(); next != null; next = asked.poll()) {
      next.cancel(true);
    }
  }

  private void ask() {
    Future<@Nullable WalkPage> next = executor.submit(this::nextPage);
    if (executor.isShutdown()) {
      // what a stopped executor drops would never be done
      next.cancel(false);
    }
    asked.add(next);
  }

  private @Nullable WalkPage nextPage() {
    if (failed) {
      return null;
    }
    failed = true;
    WalkPage page = scan.nextPage();
    failed = false;
    return page;
  }
}
