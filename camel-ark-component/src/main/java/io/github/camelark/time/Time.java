// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.time;

import java.time.Clock;
import java.time.Duration;

/**
 * Where the time comes from and how it passes: the machine's time. It is given in, so that tests
 * can give another and need not wait. Thread-safe.
 */
public class Time {

  /** The time of day. */
  public Clock clock() {
    return Clock.systemUTC();
  }

  /** Nanoseconds from an arbitrary origin, never less than before: only differences count. */
  public long nanos() {
    return System.nanoTime();
  }

  /** Lets the calling thread wait, or returns at once if the time is not positive. */
  public void sleep(Duration duration) throws InterruptedException {
    if (duration.compareTo(Duration.ZERO) > 0) {
      Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
  }

  /** How long until that moment of {@link #nanos}, negative if it has passed. */
  public final Duration until(long moment) {
    return Duration.ofNanos(moment - nanos());
  }
}
