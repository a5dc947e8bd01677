// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.test.SettableClock;
import io.github.camelark.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that passes only when a sleep is asked for, or a test lets it pass. Thread-safe. */
public final class FakeTime extends Time {

  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private final List<Duration> sleeps = new ArrayList<>();
  private boolean interrupted;

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public long nanos() {
    return clock.passed().toNanos();
  }

  /** How long each sleep was, in their order. */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  public void pass(Duration duration) {
    clock.advance(duration);
  }

  /** Lets the next sleep end with an interruption. */
  public synchronized void interruptNextSleep() {
    interrupted = true;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (interrupted) {
      interrupted = false;
      throw new InterruptedException("interrupted by the test");
    }
    sleeps.add(duration);
    pass(duration);
  }
}
