// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers and durations of options may be. Every check throws an {@link
 * IllegalArgumentException} that names the option.
 */
public final class Limits {

  /** Longer than any call takes, and far from an overflow. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(30);

  private Limits() {}

  public static void atLeast(String option, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, but is %d".formatted(option, least, value));
    }
  }

  /** A time after which a call or a wait ends. */
  public static void timeout(String option, @Nullable Duration value) {
    notLonger(option, value, LONGEST_WAIT);
    if (value == null || value.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "%s must be at least 1ms, for example 30s, but is %s: everything that waits has a limit"
              .formatted(option, value));
    }
  }

  /** A time between two attempts of a call. */
  static void pause(String option, @Nullable Duration value) {
    fromZero(option, value, LONGEST_WAIT);
  }

  public static void fromZero(String option, @Nullable Duration value, Duration longest) {
    notLonger(option, value, longest);
    if (value == null || value.isNegative()) {
      throw new IllegalArgumentException(
          "%s must not be negative, but is %s".formatted(option, value));
    }
  }

  public static void notLonger(String option, @Nullable Duration value, Duration longest) {
    if (value != null && value.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "%s must not be longer than %d days, but is %s"
              .formatted(option, longest.toDays(), value));
    }
  }
}
