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
      })
  void readsSecondsAndDates(String header, Duration expected) {
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
        "soon",
        "1m",
        "1,5",
        "Sun, 01 Mar 2026 12:00:00 GMT",
        "Sun, 01 Mar 2026 11:59:59 GMT",
        "Wed, 01 Mar 2026 12:00:30 GMT",
        "Sun, 99 Mar 2026 12:00:30 GMT",
        "2026-03-01T12:00:30Z",
      })
  void asksForNothingIfItIsOverOrMakesNoSense(String header) {
    assertThat(HttpTime.retryAfter(header, NOW)).isNull();
  }

  @Test
  void takesAYearOfFiveDigitsForTheSameVeryLongTime() {
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
  void takesAnAbsurdNumberForAVeryLongTime(String header) {
    assertThat(HttpTime.retryAfter(header, NOW)).isGreaterThan(Duration.ofDays(36_000));
  }
}
