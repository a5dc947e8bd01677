// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.client.WalkPage;
import io.github.camelark.consumer.ClaimedFile;
import io.github.camelark.consumer.FileCompletion;
import io.github.camelark.consumer.FilePolling;
import io.github.camelark.consumer.Scan;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.DynamicPollingConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.PollingConsumerSupport;

/**
 * Takes one file for {@code pollEnrich} and leaves the others unclaimed. Camel's own polling
 * consumer would take a thousand and drop them. Thread-safe.
 */
final class ArkPollingConsumer extends PollingConsumerSupport implements DynamicPollingConsumer {

  private FileRepositories.Lease lease;
  private FilePolling polling;
  private CountDownLatch stopped;

  ArkPollingConsumer(ArkEndpoint endpoint) {
    super(endpoint);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lease = getEndpoint().lease();
    try {
      polling = getEndpoint().newPolling(lease);
    } catch (Exception | Error e) {
      lease.close();
      throw e;
    }
    stopped = new CountDownLatch(1);
  }

  @Override
  protected void doStop() throws Exception {
    stopped.countDown();
    lease.close();
    super.doStop();
  }

  @Override
  public Exchange receive() {
    return receive(null, Long.MAX_VALUE);
  }

  @Override
  public Exchange receive(long timeout) {
    return receive(null, timeout);
  }

  @Override
  public Exchange receiveNoWait() {
    return receiveNoWait(null);
  }

  @Override
  public Exchange receive(Exchange original) {
    return receive(original, Long.MAX_VALUE);
  }

  @Override
  public Exchange receive(Exchange original, long timeout) {
    long begun = System.nanoTime();
    long delay = getEndpoint().delayMilliseconds();
    while (true) {
      Exchange exchange = receiveNoWait(original);
      long left = timeout - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      if (exchange != null || left <= 0 || isStoppedAfter(Math.min(delay, left))) {
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
  public synchronized Exchange receiveNoWait(Exchange original) {
    Scan scan = polling.begin(1);
    for (WalkPage page = scan.nextPage(); page != null; page = scan.nextPage()) {
      Deque<ClaimedFile> claimed = scan.claim(page, 1);
      try {
        polling.saveCursor();
        if (!claimed.isEmpty()) {
          return exchange(claimed.element(), scan, original);
        }
      } catch (RuntimeException | Error e) {
        scan.giveBack(claimed);
        throw e;
      }
    }
    return null;
  }

  private Exchange exchange(ClaimedFile file, Scan scan, Exchange original) {
    Exchange exchange = getEndpoint().createExchange();
    Duration pause = Duration.ofMillis(getEndpoint().delayMilliseconds());
    FileCompletion completion =
        getEndpoint().fill(exchange, file, scan, polling, pause, getExceptionHandler());
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

  @Override
  public ArkEndpoint getEndpoint() {
    return (ArkEndpoint) super.getEndpoint();
  }
}
