// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Where the time comes from and how it passes, given in so that tests need not wait.
 *
 * @param clock the time of day
 * @param nanoTime a time that only runs forward, in nanoseconds from an arbitrary origin
 * @param sleeper lets the calling thread wait
 */
public record Time(Clock clock, LongSupplier nanoTime, Sleeper sleeper) {

  /** Lets the calling thread wait. */
  @FunctionalInterface
  public interface Sleeper {

    /** Returns after that time, or at once if it is not positive. */
    void sleep(Duration duration) throws InterruptedException;
  }

  /** The machine's time. */
  public static Time system() {
    return new Time(
        Clock.systemUTC(),
        System::nanoTime,
        duration -> {
          if (duration.compareTo(Duration.ZERO) > 0) {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
          }
        });
  }

  /** Nanoseconds from an arbitrary origin: only differences mean anything. */
  public long nanos() {
    return nanoTime.getAsLong();
  }

  /** How long until that moment, negative if it has passed. */
  public Duration until(long nanos) {
    return Duration.ofNanos(nanos - nanos());
  }
}
