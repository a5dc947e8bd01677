// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Clock;
import java.time.Duration;

/** A time whose clock is given and in which nobody waits. */
public final class SleeplessTime extends Time {

  private final Clock clock;

  public SleeplessTime(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public void sleep(Duration duration) {
    // whoever waits is woken up at once
  }
}
