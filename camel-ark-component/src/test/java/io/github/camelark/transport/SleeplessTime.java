// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A time with a given clock, in which no call waits. */
public final class SleeplessTime extends Time {

  private final Clock clock;
  private final LongSupplier nanos;

  /**
   * @param nanos how much time has passed
   */
  public SleeplessTime(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  @Override
  public long nanos() {
    return nanos.getAsLong();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public void sleep(Duration duration) {
    // a waiting thread is woken up at once
  }
}
