// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code Retry-After} header: seconds or a date.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110 section 10.2.3</a>
 */
final class RetryAfter {

  /** Longer than any limit, and far from an overflow. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private RetryAfter() {}

  /** The wait that is asked for; null if there is none, it is over, or it makes no sense. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
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
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(now, date.toInstant());
      return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
