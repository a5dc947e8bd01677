// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.fuzz.Fuzz;
import io.github.camelark.fuzz.FuzzReport;
import io.github.camelark.fuzz.Inputs;
import io.github.camelark.fuzz.SpoiltText;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** A header about time is a usable value, or absent, whatever it contains. */
class HttpTimeFuzzTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration LONGEST = Duration.ofDays(36_501);

  private static final FuzzReport REPORT = new FuzzReport("Retry-After and Date");

  @AfterContainer
  static void report() throws Throwable {
    REPORT.print();
  }

  @Provide
  Arbitrary<SpoiltText> headers() {
    return Inputs.headerValues();
  }

  @Fuzz
  void isAWaitOrNothing(@ForAll("headers") SpoiltText header) throws Throwable {
    String text = header.text();

    REPORT.tryInput(
        () -> {
          Duration wait =
              REPORT.measure("wait", text.length(), header, () -> HttpTime.retryAfter(text, NOW));

          REPORT.count("wait", wait == null ? "nothing" : "a wait");
          if (wait != null) {
            assertThat(wait).isPositive().isLessThan(LONGEST);
          }
        });
  }

  @Fuzz
  void isAMomentOrNothing(@ForAll("headers") SpoiltText header) throws Throwable {
    String text = header.text();

    REPORT.tryInput(
        () -> {
          Instant moment = REPORT.measure("date", text.length(), header, () -> HttpTime.date(text));

          REPORT.count("date", moment == null ? "nothing" : "a moment");
          if (moment != null) {
            assertThat(moment.plus(Duration.ofDays(1)).toEpochMilli()).isNotZero();
          }
        });
  }
}
