// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.WalkPage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.DynamicPollingConsumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.PollingConsumerSupport;
import org.apache.camel.util.function.ThrowingFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file for {@code pollEnrich} and leaves the others unclaimed. Camel's own polling
 * consumer would take a thousand and drop them. Thread-safe.
 */
public final class FilePollingConsumer extends PollingConsumerSupport
    implements DynamicPollingConsumer {

  private final ThrowingFunction<ExceptionHandler, FilePolling, Exception> opening;
  private final Duration delay;

  // from one start to the next stop
  @SuppressWarnings("NullAway.Init")
  private FilePolling polling;

  @SuppressWarnings("NullAway.Init")
  private CountDownLatch stopped;

  /**
   * @param opening opens what this consumer does, anew at each start
   * @param delay the time between two polls
   */
  public FilePollingConsumer(
      Endpoint endpoint,
      ThrowingFunction<ExceptionHandler, FilePolling, Exception> opening,
      Duration delay) {
    super(endpoint);
    this.opening = opening;
    this.delay = delay;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    polling = opening.apply(getExceptionHandler());
    stopped = new CountDownLatch(1);
  }

  @Override
  protected void doStop() throws Exception {
    stopped.countDown();
    polling.close();
    super.doStop();
  }

  @Override
  public @Nullable Exchange receive() {
    return receive(null, Long.MAX_VALUE);
  }

  @Override
  public @Nullable Exchange receive(long timeout) {
    return receive(null, timeout);
  }

  @Override
  public @Nullable Exchange receiveNoWait() {
    return receiveNoWait(null);
  }

  @Override
  public @Nullable Exchange receive(@Nullable Exchange original) {
    return receive(original, Long.MAX_VALUE);
  }

  @Override
  public @Nullable Exchange receive(@Nullable Exchange original, long timeout) {
    long begun = System.nanoTime();
    while (true) {
      Exchange exchange = receiveNoWait(original);
      long left = timeout - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      if (exchange != null || left <= 0 || isStoppedAfter(Math.min(delay.toMillis(), left))) {
        return exchange;
      }
    }
  }

  /**
   * Fetches a file, if there is one.
   *
   * @param original the exchange that the file is fetched for, which ends if no other does; null if
   *     there is none
   */
  @Override
  public synchronized @Nullable Exchange receiveNoWait(@Nullable Exchange original) {
    Scan scan = polling.begin(1);
    for (WalkPage page = scan.nextPage(); page != null; page = scan.nextPage()) {
      Queue<ClaimedFile> claimed = new ArrayDeque<>(1);
      try {
        scan.claim(page, 1, claimed);
        polling.saveCursor();
        if (!claimed.isEmpty()) {
          return exchange(claimed.element(), original);
        }
      } catch (RuntimeException | Error e) {
        polling.claims().giveBack(claimed);
        throw e;
      }
    }
    return null;
  }

  private Exchange exchange(ClaimedFile file, @Nullable Exchange original) {
    Exchange exchange = getEndpoint().createExchange();
    FileCompletion completion = polling.fill(exchange, file);
    if (original != null) {
      original.getExchangeExtension().addOnCompletion(completion.ofOriginal());
    }
    return exchange;
  }

  private boolean isStoppedAfter(long milliseconds) {
    try {
      return stopped.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeCamelException(e);
    }
  }
}
