// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request its turn, evenly spaced, so that a published limit is kept rather than met:
 * no two turns are closer together than the rate allows, after a pause neither. Shared by all who
 * use the same key for the same operation. Thread-safe.
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

  /** Whether the rate has risen: nobody waits behind the turns that were taken at the lower one. */
  private boolean hurried;

  private long latestTurn;

  /**
   * @param byDefault requests per second if nobody asks for a rate; 0 for no limit
   */
  Pace(double byDefault) {
    this.byDefault = byDefault;
    settle();
  }

  /** The requests per second that all go by; 0 for no limit. */
  double requestsPerSecond() {
    return requestsPerSecond;
  }

  /** Who goes by this pace, and the rate that each asks for; null for any. */
  Map<Object, @Nullable Double> members() {
    return members;
  }

  /** From now on this member goes by it too. */
  synchronized void join(Object member, @Nullable Double asked) {
    members.put(member, asked);
    settle();
  }

  /**
   * Goes on without this member; does nothing for one who has not joined. The rate of the last one
   * stays: its lists may still be read, and a template per call leaves after every call.
   */
  synchronized void leave(Object member) {
    if (members.keySet().remove(member) && !members.isEmpty()) {
      settle();
    }
  }

  /** Whether nobody goes by it, and a new one would let the next request go as soon as this. */
  synchronized boolean isWithoutEffect(long now) {
    return members.isEmpty() && (!begun || latestTurn + spacingNanos - now <= 0);
  }

  /** Goes by what the members ask for: the lowest rate, or the default if nobody asks. */
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
