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

/** Whatever stands in the header, it is a moment that can be reckoned with, or none. */
class HttpDateFuzzTest {

  private static final FuzzReport REPORT = new FuzzReport("Date");

  @AfterContainer
  static void report() throws Throwable {
    REPORT.print();
  }

  @Provide
  Arbitrary<SpoiltText> headers() {
    return Inputs.headerValues();
  }

  @Fuzz
  void isAMomentOrNothing(@ForAll("headers") SpoiltText header) throws Throwable {
    String text = header.text();

    REPORT.tryInput(
        () -> {
          Instant moment =
              REPORT.measure("parse", text.length(), header, () -> HttpTime.date(text));

          REPORT.count("parse", moment == null ? "nothing" : "a moment");
          if (moment != null) {
            assertThat(moment.plus(Duration.ofDays(1)).toEpochMilli()).isNotZero();
          }
        });
  }
}
