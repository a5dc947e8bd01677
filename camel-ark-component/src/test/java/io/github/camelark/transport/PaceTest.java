// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When requests have their turn, on a given clock. */
class PaceTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Pace pace = new Pace(20);
  private long now = Long.MAX_VALUE - 5;

  @Test
  void allowsTheFirstRequestAtOnce() {
    assertThat(pace.takeTurn(now, LONG)).isZero();
  }

  @Test
  void spacesRequestsALittleWiderThanAsked() {
    pace.takeTurn(now, LONG);

    assertThat(pace.takeTurn(now, LONG)).isEqualTo(Duration.ofMillis(51));
    assertThat(pace.takeTurn(now, LONG)).isEqualTo(Duration.ofMillis(102));
  }

  @Test
  void spacesRequestsAfterAPauseAsBefore() {
    pace.takeTurn(now, LONG);
    pass(Duration.ofMillis(140));
    pace.takeTurn(now, LONG);

    assertThat(pace.takeTurn(now, LONG)).isEqualTo(Duration.ofMillis(51));
  }

  @Test
  void neverAllowsMoreRequestsInASecondThanAskedFor() {
    List<Long> turns = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      // callers that come when they like: some wait for their turn, some do not
      pass(Duration.ofMillis(i * 37 % 101));
      pass(pace.takeTurn(now, LONG));
      turns.add(now);
    }

    for (int i = 20; i < turns.size(); i++) {
      assertThat(turns.get(i) - turns.get(i - 20)).isGreaterThan(SECOND.toNanos());
    }
  }

  @Test
  void refusesATurnThatIsTooLate() {
    pace.takeTurn(now, LONG);

    assertThat(pace.takeTurn(now, Duration.ofMillis(50))).isNegative();
    assertThat(pace.takeTurn(now, Duration.ofMillis(51))).isEqualTo(Duration.ofMillis(51));
  }

  @Test
  void allowsALateRequestThatNeedNotWait() {
    assertThat(pace.takeTurn(now, Duration.ofSeconds(-1))).isZero();
  }

  @Test
  void neverWaitsWithoutALimit() {
    Pace unlimited = new Pace(0);
    unlimited.takeTurn(now, LONG);

    assertThat(unlimited.takeTurn(now, LONG)).isZero();
  }

  @Test
  void raisedRateShortensTheQueue() {
    pace.join("other", null);
    pace.join("slow", 0.1);
    for (int i = 0; i < 10; i++) {
      pace.takeTurn(now, LONG);
    }

    pace.leave("slow");

    assertThat(pace.takeTurn(now, LONG)).isEqualTo(Duration.ofMillis(51));
    assertThat(pace.takeTurn(now, LONG)).isEqualTo(Duration.ofMillis(102));
  }

  @Test
  void appliesANewRateAtOnce() {
    pace.join("other", null);
    pace.join("slow", 0.001);
    pace.takeTurn(now, LONG);

    pace.leave("slow");

    assertThat(pace.takeTurn(now, LONG)).isEqualTo(Duration.ofMillis(51));
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
