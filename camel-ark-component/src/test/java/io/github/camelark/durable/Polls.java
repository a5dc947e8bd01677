// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/** Tells a test when a poll is over, and how many exchanges it started. */
final class Polls implements PollingConsumerPollStrategy {

  private static final int FAILED = -1;

  private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
  private final List<Exception> failures = new CopyOnWriteArrayList<>();

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return true;
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    ended.add(polledMessages);
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retry, Exception cause) {
    failures.add(cause);
    ended.add(FAILED);
    return false;
  }

  /** Waits for the end of the next poll, and returns the number of its files. */
  int awaitOne() throws InterruptedException {
    Integer count = ended.poll(30, TimeUnit.SECONDS);
    if (count == null) {
      throw new IllegalStateException("there was no poll for 30 seconds");
    }
    return count;
  }

  /** Why polls failed. */
  List<Exception> failures() {
    return failures;
  }

  /** Waits for a whole poll, from its beginning to its end, that starts no exchange. */
  void awaitIdle() throws InterruptedException {
    ended.clear();
    awaitOne();
    while (awaitOne() != 0) {
      // until there is nothing left
    }
  }
}
