// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiResource;
import io.github.camelark.error.ArkException;
import io.github.camelark.time.Time;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/**
 * Whether this address, with this key, is known to be the service's: it has answered a call on the
 * same resource before. Where it has not, a list of one file is asked for, once for all callers.
 * Thread-safe.
 */
final class KnownAddress {

  /** A wrong address is asked again after this time: somebody may have fixed it. */
  private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(1);

  private final Time time;
  private final Set<ApiResource> answered = ConcurrentHashMap.newKeySet();
  private final ReentrantLock asking = new ReentrantLock();
  private boolean asked;
  private long askedAt;

  KnownAddress(Time time) {
    this.time = time;
  }

  /** A call on this resource was answered as the API promises. */
  void answered(ApiResource resource) {
    if (!answered.contains(resource)) {
      answered.add(resource);
    }
  }

  boolean hasAnswered(ApiResource resource) {
    return answered.contains(resource);
  }

  /**
   * Whether it answers, asked now if it was not asked lately. What becomes of the question is
   * nobody's failure.
   *
   * @param deadline the {@link Time#nanos()} at which the caller's own call ends
   * @param question asks within a deadline
   */
  boolean answers(ApiResource resource, long deadline, LongConsumer question) {
    try {
      if (!asking.tryLock(time.until(deadline).toNanos(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      if (!hasAnswered(resource) && isTimeToAsk()) {
        ask(deadline, question);
      }
      return hasAnswered(resource);
    } finally {
      asking.unlock();
    }
  }

  private boolean isTimeToAsk() {
    return !asked || time.nanos() - askedAt >= ASK_AGAIN_AFTER.toNanos();
  }

  private void ask(long deadline, LongConsumer question) {
    try {
      question.accept(deadline);
    } catch (ArkException e) {
      // that it does not answer as the API promises is the answer
    } finally {
      asked = true;
      askedAt = time.nanos();
    }
  }
}
