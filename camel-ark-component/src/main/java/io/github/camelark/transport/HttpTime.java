// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a reply that contain a time. */
public final class HttpTime {

  /** Longer than any limit, and far from an overflow. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** No wait is that long: 31 years, or September 2001 if it is counted from 1970. */
  private static final double FIRST_EPOCH_MILLIS = 1e12;

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?");

  /** The fifty years on both sides of 2026 that RFC 9110 wants: a fixed window needs no clock. */
  private static final int FIRST_YEAR_OF_TWO_DIGITS = 1977;

  private static final List<DateTimeFormatter> DATES =
      List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850(), asctime());

  private HttpTime() {}

  /**
   * A date in any of the three forms of HTTP; null if there is none, or it is something else.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110, 5.6.7</a>
   */
  public static @Nullable Instant date(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String text = header.trim();
    for (DateTimeFormatter form : DATES) {
      try {
        return Instant.from(form.parse(text));
      } catch (DateTimeException e) {
        // the next one
      }
    }
    return null;
  }

  /**
   * The wait that {@code Retry-After} asks for, in seconds, by a date, or by the seconds since
   * 1970; null if there is none, it is over, or it makes no sense.
   *
   * @param now when the reply was sent, by the clock of the server
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
   */
  static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    Double seconds = number(header);
    if (seconds != null) {
      return wait(seconds * 1000, now);
    }
    Instant date = date(header);
    return date == null ? null : positive(Duration.between(now, date));
  }

  /** As {@link #retryAfter}, of a header in milliseconds. */
  static @Nullable Duration retryAfterMillis(@Nullable String header, Instant now) {
    Double milliseconds = header == null ? null : number(header);
    return milliseconds == null ? null : wait(milliseconds, now);
  }

  private static @Nullable Duration wait(double milliseconds, Instant now) {
    double wait =
        milliseconds < FIRST_EPOCH_MILLIS ? milliseconds : milliseconds - now.toEpochMilli();
    return positive(Duration.ofMillis((long) Math.min(wait, LONGEST.toMillis())));
  }

  private static @Nullable Duration positive(Duration wait) {
    if (wait.isNegative() || wait.isZero()) {
      return null;
    }
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /** Java would take {@code 7d} and {@code NaN} for numbers too. */
  private static @Nullable Double number(String header) {
    String text = header.trim();
    try {
      return NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
  private static DateTimeFormatter rfc850() {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR_OF_TWO_DIGITS)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }

  /** {@code Sun Nov 6 08:49:37 1994}. */
  private static DateTimeFormatter asctime() {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern("EEE MMM ppd HH:mm:ss yyyy")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }
}
