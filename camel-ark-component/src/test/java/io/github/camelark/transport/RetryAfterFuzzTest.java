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

/** Whatever stands in the header, it is a wait that can be reckoned with, or none. */
class RetryAfterFuzzTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration LONGEST = Duration.ofDays(36_501);

  private static final FuzzReport REPORT = new FuzzReport("Retry-After");

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
              REPORT.measure("parse", text.length(), header, () -> HttpTime.retryAfter(text, NOW));

          REPORT.count("parse", wait == null ? "nothing" : "a wait");
          if (wait != null) {
            assertThat(wait).isPositive().isLessThan(LONGEST);
          }
        });
  }
}
