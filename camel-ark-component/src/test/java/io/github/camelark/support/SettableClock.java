// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until time passes, or somebody sets it. */
public final class SettableClock extends Clock {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private volatile Instant now = START;
  private volatile Duration passed = Duration.ZERO;

  public void reset() {
    now = START;
    passed = Duration.ZERO;
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    now = now.plus(time);
    passed = passed.plus(time);
  }

  /** Sets the clock by so much, as an administrator or a time server does: no time passes. */
  public void set(Duration by) {
    now = now.plus(by);
  }

  /** The time that has passed, which nobody can set. */
  public long nanos() {
    return passed.toNanos();
  }

  @Override
  public Instant instant() {
    return now;
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
