// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It complains of everything that a caller is told wrongly. */
class CallCheckTest {

  private static final String DELETION = SoakOperation.key(2);

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final CallCheck check = new CallCheck(3, Duration.ofSeconds(2));

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
        new CallRecord(wasThere, isGone, Set.of("id"), List.of(new Attempt(fault, true)));

    String complained = check.complaint(DELETION, new Outcome(what, answeredBy), record, AT_ONCE);

    if (complaint == null) {
      assertThat(complained).isNull();
    } else {
      assertThat(complained).contains(complaint, DELETION, what, fault.name());
    }
  }

  @Test
  void complainsIfTheAttemptsOfACallDifferInTheirId() {
    Attempt lost = new Attempt(Fault.CLOSES_BEFORE_THE_HEAD, true);
    CallRecord record =
        new CallRecord(
            true, true, Set.of("one", "two"), List.of(lost, new Attempt(Fault.NONE, true)));

    assertThat(check.complaint(DELETION, new Outcome("DELETED", 2), record, AT_ONCE))
        .contains("different ids");
  }

  @ParameterizedTest(name = "after {0} ms: {1}")
  @CsvSource({"999, too early", "1000,"})
  void complainsIfACallThatIsAskedToWaitASecondComesBackEarlier(int millis, String complaint) {
    Attempt first = new Attempt(Fault.UNAVAILABLE_FOR_A_SECOND, true);
    CallRecord record =
        new CallRecord(true, true, Set.of("id"), List.of(first, new Attempt(Fault.NONE, true)));
    Outcome outcome = new Outcome("DELETED", 2);

    String complained = check.complaint(DELETION, outcome, record, Duration.ofMillis(millis));

    if (complaint == null) {
      assertThat(complained).isNull();
    } else {
      assertThat(complained).contains(complaint);
    }
  }

  @Test
  void doesNotWaitAfterTheLastAttempt() {
    Attempt unavailable = new Attempt(Fault.UNAVAILABLE, true);
    Attempt last = new Attempt(Fault.UNAVAILABLE_FOR_A_SECOND, true);
    CallRecord record =
        new CallRecord(true, false, Set.of("id"), List.of(unavailable, unavailable, last));
    Outcome outcome = new Outcome("ArkUnavailableException 503", 3);

    assertThat(check.complaint(DELETION, outcome, record, AT_ONCE)).isNull();
  }

  @Test
  void complainsOfTooManyAttempts() {
    Attempt unavailable = new Attempt(Fault.UNAVAILABLE, true);
    List<Attempt> attempts =
        List.of(unavailable, unavailable, unavailable, new Attempt(Fault.NONE, true));
    CallRecord record = new CallRecord(true, true, Set.of("id"), attempts);

    assertThat(check.complaint(DELETION, new Outcome("DELETED", 4), record, AT_ONCE))
        .contains("too many attempts");
  }
}
