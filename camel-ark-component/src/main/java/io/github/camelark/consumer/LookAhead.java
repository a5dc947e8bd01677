// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.WalkPage;
import io.github.camelark.error.ArkException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the next page while the files of this one are processed. Used by one thread; the page is
 * asked for by another, and only one at a time.
 */
public final class LookAhead {

  private final ExecutorService executor;
  private final Scan scan;
  private @Nullable Future<@Nullable WalkPage> next;

  public LookAhead(ExecutorService executor, Scan scan) {
    this.executor = executor;
    this.scan = scan;
  }

  /** Begins to ask for the next page. */
  public void begin() {
    Future<@Nullable WalkPage> begun = executor.submit(scan::nextPage);
    if (executor.isShutdown()) {
      // what a stopped executor drops would never be done
      begun.cancel(false);
    }
    next = begun;
  }

  /** Waits until the next page has arrived, or cannot; does nothing if none was asked for. */
  public void await() throws InterruptedException {
    if (next != null) {
      try {
        next.get();
      } catch (ExecutionException | CancellationException e) {
        // told by take, when the files of this page are processed
      }
    }
  }

  /** The next page, asked for now if that was not begun; null at the end of the list. */
  public @Nullable WalkPage take() throws InterruptedException {
    Future<@Nullable WalkPage> begun = next;
    next = null;
    if (begun == null) {
      return scan.nextPage();
    }
    try {
      return begun.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ArkException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (CancellationException e) {
      return null;
    }
  }

  /** Gives up a page that nobody wants any more, without waiting for it: a stop must not hang. */
  public void close() {
    if (next != null) {
      next.cancel(true);
      next = null;
    }
  }
}
