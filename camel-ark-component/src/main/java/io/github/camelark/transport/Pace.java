// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request its turn, evenly spaced, so that a published limit is kept: no two turns are
 * closer together than the rate allows, not even after a pause. Shared by all that use the same key
 * for the same operation. Thread-safe.
 */
public final class Pace {

  /** The spacing is this much wider than asked, so that jitter does not break the limit. */
  private static final double MARGIN = 1.02;

  private static final Duration NONE = Duration.ofNanos(-1);

  private final double byDefault;
  private final Map<Object, @Nullable Double> members = new LinkedHashMap<>();

  private volatile double requestsPerSecond;
  private long spacingNanos;
  private boolean begun;

  /** Whether the rate has risen: the next turn is not after those taken at the lower one. */
  private boolean hurried;

  private long latestTurn;

  /**
   * @param byDefault requests per second if no member asks for a rate; 0 for no limit
   */
  Pace(double byDefault) {
    this.byDefault = byDefault;
    settle();
  }

  /** The requests per second of all members together; 0 for no limit. */
  double requestsPerSecond() {
    return requestsPerSecond;
  }

  /** The members, and the rate that each asks for; null for any. */
  Map<Object, @Nullable Double> members() {
    return members;
  }

  /** Adds a member. */
  synchronized void join(Object member, @Nullable Double asked) {
    members.put(member, asked);
    settle();
  }

  /**
   * Removes a member, if it is one. The rate of the last one stays: its lists may still be read,
   * and a template per call leaves after every call.
   */
  synchronized void leave(Object member) {
    if (members.keySet().remove(member) && !members.isEmpty()) {
      settle();
    }
  }

  /** Whether it has no members, and a new pace would let the next request go as soon. */
  synchronized boolean isWithoutEffect(long now) {
    return members.isEmpty() && (!begun || latestTurn + spacingNanos - now <= 0);
  }

  /** Takes the lowest rate that members ask for, or the default if none asks. */
  private void settle() {
    double lowest =
        members.values().stream()
            .filter(Objects::nonNull)
            .mapToDouble(rate -> rate == 0 ? Double.POSITIVE_INFINITY : rate)
            .min()
            .orElse(byDefault);
    requestsPerSecond = Double.isInfinite(lowest) ? 0 : lowest;
    long spacing = requestsPerSecond == 0 ? 0 : (long) (MARGIN * 1e9 / requestsPerSecond);
    hurried |= spacing < spacingNanos;
    spacingNanos = spacing;
  }

  /**
   * Takes the next turn.
   *
   * @param now {@link Time#nanos()}
   * @return how long to wait for it; negative if that is longer than the longest wait, and then no
   *     turn was taken
   */
  synchronized Duration takeTurn(long now, Duration longestWait) {
    if (hurried && latestTurn - now > 0) {
      latestTurn = now;
    }
    hurried = false;
    long wait = begun ? Math.max(0, latestTurn + spacingNanos - now) : 0;
    if (wait > Math.max(0, longestWait.toNanos())) {
      return NONE;
    }
    begun = true;
    latestTurn = now + wait;
    return Duration.ofNanos(wait);
  }
}
