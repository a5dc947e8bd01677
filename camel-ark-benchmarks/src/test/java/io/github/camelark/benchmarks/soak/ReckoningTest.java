// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It complains of whatever a caller is told wrongly. */
class ReckoningTest {

  private static final Call DELETION = new Call(SoakOperation.DELETE_FILE, 2);

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final Reckoning reckoning = new Reckoning(3, Duration.ofSeconds(2));

  @ParameterizedTest(name = "told {3} by {4} after {2}: {5}")
  @CsvSource(
      textBlock =
          """
          true, true, NONE, DELETED, 1,
          true, false, NONE, DELETED, 1, it was not deleted
          true, false, SERVER_ERROR, ALREADY_GONE, 1, it is still there
          true, true, NONE, ArkNotFoundException 404, 1, it was there
          true, true, UNAVAILABLE, ArkUnavailableException 503, 1, it was done
          true, true, UNAUTHORIZED, ArkAuthenticationException 401, 1, it was done
          true, true, NONE, DELETED, 2, only these are possible
          true, true, NONE, ArkProtocolException 200 perhaps done, 1, only these are possible
          """)
  void complains(
      boolean wasThere,
      boolean isGone,
      Fault fault,
      String what,
      int answeredBy,
      String complaint) {
    CallRecord record =
        new CallRecord(wasThere, isGone, Set.of("id"), List.of(new Try(fault, true)));

    String complained =
        reckoning.complaint(DELETION, new Outcome(what, answeredBy), record, AT_ONCE);

    if (complaint == null) {
      assertThat(complained).isNull();
    } else {
      assertThat(complained).contains(complaint, DELETION.toString(), what, fault.name());
    }
  }

  @Test
  void complainsIfTheTriesOfACallDifferInTheirId() {
    Try lost = new Try(Fault.CLOSES_BEFORE_THE_HEAD, true);
    CallRecord record =
        new CallRecord(true, true, Set.of("one", "two"), List.of(lost, new Try(Fault.NONE, true)));

    assertThat(reckoning.complaint(DELETION, new Outcome("DELETED", 2), record, AT_ONCE))
        .contains("different ids");
  }

  @ParameterizedTest(name = "after {0} ms: {1}")
  @CsvSource({"999, too early", "1000,"})
  void complainsIfACallThatIsAskedToWaitASecondComesBackEarlier(int millis, String complaint) {
    Try first = new Try(Fault.UNAVAILABLE_FOR_A_SECOND, true);
    CallRecord record =
        new CallRecord(true, true, Set.of("id"), List.of(first, new Try(Fault.NONE, true)));
    Outcome outcome = new Outcome("DELETED", 2);

    String complained = reckoning.complaint(DELETION, outcome, record, Duration.ofMillis(millis));

    if (complaint == null) {
      assertThat(complained).isNull();
    } else {
      assertThat(complained).contains(complaint);
    }
  }

  @Test
  void doesNotHaveTheLastTryWait() {
    Try unavailable = new Try(Fault.UNAVAILABLE, true);
    Try last = new Try(Fault.UNAVAILABLE_FOR_A_SECOND, true);
    CallRecord record =
        new CallRecord(true, false, Set.of("id"), List.of(unavailable, unavailable, last));
    Outcome outcome = new Outcome("ArkUnavailableException 503", 3);

    assertThat(reckoning.complaint(DELETION, outcome, record, AT_ONCE)).isNull();
  }

  @Test
  void complainsOfTooManyTries() {
    Try unavailable = new Try(Fault.UNAVAILABLE, true);
    List<Try> tries = List.of(unavailable, unavailable, unavailable, new Try(Fault.NONE, true));
    CallRecord record = new CallRecord(true, true, Set.of("id"), tries);

    assertThat(reckoning.complaint(DELETION, new Outcome("DELETED", 4), record, AT_ONCE))
        .contains("too often");
  }
}
