// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets work be done by a thread of its own, so that work without an end fails the test instead of
 * hanging it.
 */
final class Workbench {

  private static final long LONGEST_SECONDS = 60;

  private ExecutorService worker = newWorker();
  private volatile Thread thread;

  /** Does the work; what it throws comes out as it is. */
  void run(Callable<?> work) throws Throwable {
    Future<?> doing = worker.submit(work);
    try {
      doing.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (TimeoutException e) {
      AssertionError hangs = new AssertionError("takes longer than " + LONGEST_SECONDS + " s");
      hangs.setStackTrace(thread.getStackTrace());
      worker.shutdownNow();
      worker = newWorker();
      throw hangs;
    }
  }

  private ExecutorService newWorker() {
    return Executors.newSingleThreadExecutor(
        task -> {
          thread = new Thread(task, "fuzz-worker");
          thread.setDaemon(true);
          return thread;
        });
  }
}
