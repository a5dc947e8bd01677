// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A time that passes only when somebody sleeps, or a test lets it pass. Thread-safe. */
public final class FakeTime extends Time {

  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Clock clock = new FakeClock();
  private final List<Duration> sleeps = new ArrayList<>();
  private Duration passed = Duration.ZERO;
  private boolean interrupted;

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public synchronized long nanos() {
    return passed.toNanos();
  }

  /** How long each sleep was, in their order. */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  public synchronized void pass(Duration duration) {
    passed = passed.plus(duration);
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

  private final class FakeClock extends Clock {

    @Override
    public Instant instant() {
      return START.plusNanos(nanos());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
