// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTimeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1                             | PT1S",
        "120                           | PT2M",
        "' 7 '                         | PT7S",
        "0.5                           | PT0.5S",
        "1e2                           | PT1M40S",
        "Sun, 01 Mar 2026 12:00:30 GMT | PT30S",
        "Mon, 02 Mar 2026 12:00:00 GMT | PT24H",
        "Sunday, 01-Mar-26 12:00:02 GMT | PT2S",
        "Sun Mar  1 12:00:02 2026      | PT2S",
        "Mon Mar 16 12:00:00 2026      | PT360H",
        "1772366430                    | PT30S",
        "1772366430.5                  | PT30.5S",
      })
  void readsSecondsDatesAndTheSecondsSince1970(String header, Duration expected) {
    assertThat(HttpTime.retryAfter(header, NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "-1",
        "-99999999999999999999",
        "NaN",
        "Infinity",
        "soon",
        "1m",
        "7d",
        "0x1p3",
        ".",
        "1e",
        "1772366400",
        "1772366399",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sunday, 01-Mar-26 11:59:59 GMT",
        "Monday, 01-Mar-26 12:00:02 GMT",
        "Sun Mar  1 12:00:00 2026",
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "1,5",
        "Sun, 01 Mar 2026 12:00:00 GMT",
        "Sun, 01 Mar 2026 11:59:59 GMT",
        "Wed, 01 Mar 2026 12:00:30 GMT",
        "Sun, 99 Mar 2026 12:00:30 GMT",
        "2026-03-01T12:00:30Z",
      })
  void isNoWaitIfOverOrNonsensical(String header) {
    assertThat(HttpTime.retryAfter(header, NOW)).isNull();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "700, PT0.7S",
    "24500, PT24.5S",
    "0.5, ",
    "1500.9, PT1.5S",
    "1772366400700, PT0.7S",
    "1772366399000, ",
    "0, ",
    "-1, ",
    "soon, ",
    "1e3, PT1S",
    "7d, ",
    "'Sun, 01 Mar 2026 12:00:30 GMT', ",
  })
  void readsMilliseconds(String header, Duration expected) {
    assertThat(HttpTime.retryAfterMillis(header, NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'Sunday, 06-Nov-94 08:49:37 GMT', 1994-11-06T08:49:37Z",
    "'Sun, 06 Nov 1994 08:49:37 GMT', 1994-11-06T08:49:37Z",
    "Sun Nov  6 08:49:37 1994, 1994-11-06T08:49:37Z",
    "'Tuesday, 31-Dec-75 23:59:59 GMT', 2075-12-31T23:59:59Z",
    "'Saturday, 31-Dec-77 23:59:59 GMT', 1977-12-31T23:59:59Z",
    "'Saturday, 01-Jan-77 00:00:00 GMT', 1977-01-01T00:00:00Z",
    "'sunday, 06-nov-94 08:49:37 gmt', 1994-11-06T08:49:37Z",
    "1994-11-06T08:49:37Z, ",
    "784111777, ",
  })
  void readsDatesOfAllThreeForms(String header, Instant expected) {
    assertThat(HttpTime.date(header)).isEqualTo(expected);
  }

  @Test
  void treatsAFiveDigitYearAsAVeryLongTime() {
    assertThat(HttpTime.retryAfter("Fri, 02 Jan 22026 03:04:06 GMT", NOW))
        .isEqualTo(HttpTime.retryAfter("99999999999999999999", NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999999999999",
        "1e308",
        "1e999",
        "9223372036854775807",
        "Fri, 31 Dec 9999 23:59:59 GMT"
      })
  void treatsAnAbsurdNumberAsAVeryLongTime(String header) {
    assertThat(HttpTime.retryAfter(header, NOW)).isGreaterThan(Duration.ofDays(36_000));
  }
}
