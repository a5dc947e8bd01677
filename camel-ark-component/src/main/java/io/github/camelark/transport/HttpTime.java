// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a reply that speak of time. */
public final class HttpTime {

  /** Longer than any limit, and far from an overflow. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private HttpTime() {}

  /**
   * A date; null if there is none, or it is something else.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110, 5.6.7</a>
   */
  public static @Nullable Instant date(@Nullable String header) {
    if (header == null) {
      return null;
    }
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.trim()));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * The wait that {@code Retry-After} asks for, in seconds or by a date; null if there is none, it
   * is over, or it makes no sense.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
   */
  static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.trim();
    Duration wait =
        text.isEmpty() || Character.isLetter(text.charAt(0)) ? untilDate(text, now) : seconds(text);
    return wait == null || wait.isNegative() || wait.isZero() ? null : wait;
  }

  private static @Nullable Duration seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      return Double.isNaN(seconds)
          ? null
          : Duration.ofMillis((long) (Math.min(seconds, LONGEST.toSeconds()) * 1000));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Duration untilDate(String text, Instant now) {
    Instant date = date(text);
    if (date == null) {
      return null;
    }
    Duration wait = Duration.between(now, date);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
