// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks a run to stop on SIGINT or SIGTERM, and delays the exit of the process until the run has
 * ended.
 */
final class StopOnSignal implements AutoCloseable {

  private final Stop stop;
  private final Duration patience;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onSignal, "stop-on-signal");

  private StopOnSignal(Stop stop, Duration patience) {
    this.stop = stop;
    this.patience = patience;
  }

  /**
   * Begins to wait for a signal.
   *
   * @param patience how long to hold the end back: longer than one call can take
   */
  static StopOnSignal register(Stop stop, Duration patience) {
    StopOnSignal signal = new StopOnSignal(stop, patience);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void onSignal() {
    stop.request("the process was told to stop: run again for the rest");
    try {
      closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // this process is ending already
    }
  }
}
