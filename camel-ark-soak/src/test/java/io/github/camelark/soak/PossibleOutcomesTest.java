// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table that 10,000 calls are held against: what must follow from three attempts. */
class PossibleOutcomesTest {

  private static final int MAX_ATTEMPTS = 3;

  @ParameterizedTest(name = "{0}: {1} gives {2}")
  @CsvSource(
      textBlock =
          """
          RETRIEVE_FILE, NONE, FILE by 1
          RETRIEVE_FILE, TRUNCATED_JSON, ArkProtocolException 200 perhaps done by 1
          RETRIEVE_FILE, GIBBERISH, ArkProtocolException 0 perhaps done by 0
          RETRIEVE_FILE, CLOSES_BEFORE_THE_HEAD UNAVAILABLE NONE, FILE by 3
          LIST_FILES, BAD_REQUEST, ArkRequestException 400 by 1
          LIST_FILES, METHOD_NOT_ALLOWED, ArkRequestException 405 by 1
          LIST_FILES, QUOTA_USED_UP, ArkQuotaException 429 by 1
          LIST_FILES, TOO_MANY_REQUESTS TOO_MANY_REQUESTS TOO_MANY_REQUESTS, ArkUnavailableException 429 by 3
          DELETE_FILE, NONE, DELETED by 1
          DELETE_FILE, DENIES, NOT_DELETED by 1
          DELETE_FILE, REDIRECT_301, ArkProtocolException 301 by 1
          DELETE_FILE, REDIRECT_307, ArkProtocolException 307 by 1
          DELETE_FILE, REDIRECT_308, ArkProtocolException 308 by 1
          DELETE_FILE, PAYLOAD_TOO_LARGE, ArkRequestException 413 by 1
          DELETE_FILE, UNSUPPORTED_MEDIA_TYPE, ArkRequestException 415 by 1
          DELETE_FILE, SERVER_ERROR QUOTA_USED_UP, ArkQuotaException 429 perhaps done by 2
          DELETE_FILE, UNAVAILABLE_AND_TRUNCATED UNAUTHORIZED, ArkAuthenticationException 401 perhaps done by 2
          DELETE_FILE, UNAVAILABLE_FOR_A_SECOND NONE, DELETED by 2
          DELETE_FILE, UNAVAILABLE TOO_MANY_REQUESTS UNAVAILABLE, ArkUnavailableException 503 by 3
          DELETE_FILE, BAD_GATEWAY TOO_MANY_REQUESTS UNAVAILABLE, ArkUnavailableException 503 perhaps done by 3
          DELETE_FILE, TRUNCATED_JSON, ArkProtocolException 200 perhaps done by 1
          DELETE_FILE, HANGS_IN_THE_BODY HANGS_IN_THE_BODY SERVER_ERROR, ArkUnavailableException 500 perhaps done by 3
          DELETE_RESPONSE, RESETS_IN_THE_BODY CLOSES_IN_A_CHUNK CLOSES_IN_THE_HEAD, ArkUnavailableException 0 perhaps done by 0
          DELETE_RESPONSE, SERVER_ERROR WRONG_ADDRESS, ArkUnavailableException 404 perhaps done by 2
          """)
  void isWhatTheLastAttemptBrought(SoakOperation operation, String faults, String expected) {
    assertThat(outcomes(operation, attempts(faults, true), false)).contains(expected);
  }

  @ParameterizedTest(name = "{0} of nothing: {1} gives {2}")
  @CsvSource(
      textBlock =
          """
          RETRIEVE_FILE, CLOSES_BEFORE_THE_HEAD CLOSES_BEFORE_THE_HEAD NONE, ArkNotFoundException 404 perhaps done by 3
          DELETE_FILE, UNAVAILABLE TOO_MANY_REQUESTS NONE, ArkNotFoundException 404 by 3
          DELETE_FILE, UNAVAILABLE SERVER_ERROR NONE, ALREADY_GONE by 3
          DELETE_FILE, TOO_MANY_REQUESTS CLOSES_IN_THE_HEAD NONE, ALREADY_GONE by 3
          """)
  void missesWhatIsNotThereUnlessAnEarlierAttemptMayHaveDeletedIt(
      SoakOperation operation, String faults, String expected) {
    assertThat(outcomes(operation, attempts(faults, false), false)).containsExactly(expected);
  }

  /** Nothing may be in its place, not even an earlier attempt that the server never saw. */
  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"REDIRECT_307", "METHOD_NOT_ALLOWED", "PAYLOAD_TOO_LARGE", "QUOTA_USED_UP"})
  void doesNotRepeatWhatIsDecided(Fault fault) {
    String twice = fault + " " + fault;

    assertThat(outcomes(SoakOperation.DELETE_FILE, attempts(twice, true), false)).isEmpty();
  }

  @ParameterizedTest(name = "after {0} attempts")
  @CsvSource({"1, true", "2, true", "3, false"})
  void leavesRoomForAttemptsThatTheServerNeverSaw(int attempts, boolean room) {
    List<Attempt> unavailable = attempts("UNAVAILABLE ".repeat(attempts), true);

    Set<String> outcomes = outcomes(SoakOperation.DELETE_FILE, unavailable, false);

    assertThat(outcomes.contains("ArkUnavailableException 0 perhaps done by 0")).isEqualTo(room);
    assertThat(outcomes.contains("ArkUnavailableException 0 by 0")).isEqualTo(room);
  }

  @ParameterizedTest(name = "a slow call: {0}")
  @CsvSource({"true", "false"})
  void letsAnAnswerComeTooLateOnlyIfTheCallWasSlow(boolean slow) {
    Set<String> outcomes =
        outcomes(SoakOperation.DELETE_FILE, attempts("NONE NONE NONE", true), slow);

    assertThat(outcomes.contains("DELETED by 3")).isEqualTo(slow);
  }

  private static List<Attempt> attempts(String faults, boolean found) {
    return Arrays.stream(faults.trim().split(" "))
        .map(fault -> new Attempt(Fault.valueOf(fault), found))
        .toList();
  }

  private static Set<String> outcomes(
      SoakOperation operation, List<Attempt> attempts, boolean slow) {
    return PossibleOutcomes.of(operation, attempts, MAX_ATTEMPTS, slow).stream()
        .map(outcome -> outcome.what() + " by " + outcome.answeredBy())
        .collect(Collectors.toSet());
  }
}
