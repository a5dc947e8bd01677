// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test lets time pass, for {@link ArkSimulator.Builder#clock}. It
 * starts on 2 January 2026 at 03:04:05 UTC unless told otherwise. Thread-safe.
 */
public final class SettableClock extends Clock {

  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final Instant start;
  private Duration passed = Duration.ZERO;
  private Duration set = Duration.ZERO;

  public SettableClock() {
    this(START);
  }

  /** Starts at this time. */
  public SettableClock(Instant start) {
    this.start = start;
  }

  /** Goes back to the start: no time has passed, and the clock was never set. */
  public synchronized void reset() {
    passed = Duration.ZERO;
    set = Duration.ZERO;
  }

  /** Lets time pass. */
  public synchronized void advance(Duration time) {
    passed = passed.plus(time);
  }

  /**
   * Sets the clock forward, or back by a negative duration, as a time server does: no time passes.
   */
  public synchronized void set(Duration by) {
    set = set.plus(by);
  }

  /** Returns the time that has passed since the start, which no setting of the clock changes. */
  public synchronized Duration passed() {
    return passed;
  }

  @Override
  public synchronized Instant instant() {
    return start.plus(passed).plus(set);
  }

  /** Returns UTC. */
  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
