// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResilientTransportTest {

  private static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);
  private static final String RATE_CODE =
      "{\"error\":{\"code\":\"RateLimitExceeded\",\"message\":\"slower\"}}";

  private final FakeTime time = new FakeTime();
  private final FakeTransport server = new FakeTransport();
  private final Map<ApiOperation, Pace> paces = new HashMap<>();

  @AfterEach
  void clearInterruption() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void retriesSafeCalls(int status) {
    server.replies(status, "").replies(200, "{}");

    Reply reply = execute(ApiOperation.DELETE_FILE);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 404})
  void doesNotRetryUnsafeCalls(int status) {
    server.replies(status, "");

    Reply reply = execute(ApiOperation.DELETE_FILE);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(time.sleeps()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ApiOperation.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UPLOAD_FILE", "CREATE_RESPONSE"})
  void retriesAfterALostAnswerWhatDoesNoHarmTwice(ApiOperation operation) {
    server.fails(ResilientTransportTest::lostAnswer).replies(200, "{}");

    Reply reply = execute(operation);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = ApiOperation.class,
      names = {"UPLOAD_FILE", "CREATE_RESPONSE"})
  void doesNotRetryAfterALostAnswerWhatWouldBeThereTwice(ApiOperation operation) {
    server.fails(ResilientTransportTest::lostAnswer);

    assertThatThrownBy(() -> execute(operation)).isInstanceOf(ArkUnavailableException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void retriesIfItNeverConnected() {
    server.fails(ResilientTransportTest::neverConnected).replies(200, "{}");

    Reply reply = execute(ApiOperation.LIST_FILES);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void doesNotRetryAfterAnUnreadableReply() {
    server.fails(
        request -> new ArkProtocolException(CallFailures.failure(request, "gibberish", false), ""));

    assertThatThrownBy(() -> execute(ApiOperation.DELETE_FILE))
        .isInstanceOf(ArkProtocolException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest(name = "after {0} then 404: {1}")
  @CsvSource({"500, true", "502, true", "504, true", "503, false", "429, false"})
  void remembersWhetherAnEarlierAttemptMayHaveBeenExecuted(int first, boolean executed) {
    server.replies(first, "").replies(404, "");

    Reply reply = execute(ApiOperation.DELETE_FILE);

    assertThat(reply.afterPossibleExecution()).isEqualTo(executed);
  }

  @Test
  void remembersALostAnswerOverSeveralAttempts() {
    server
        .fails(ResilientTransportTest::lostAnswer)
        .fails(ResilientTransportTest::neverConnected)
        .replies(503, "")
        .replies(404, "");

    Reply reply = execute(ApiOperation.DELETE_FILE, 3);

    assertThat(reply.afterPossibleExecution()).isTrue();
  }

  @Test
  void mayHaveBeenExecutedThoughTheLastAttemptNeverConnected() {
    server
        .fails(ResilientTransportTest::lostAnswer)
        .fails(ResilientTransportTest::neverConnected)
        .fails(ResilientTransportTest::neverConnected);

    ArkUnavailableException failure =
        catchThrowableOfType(
            ArkUnavailableException.class, () -> execute(ApiOperation.DELETE_FILE));

    assertThat(failure.mayHaveBeenExecuted()).isTrue();
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void givesUpAfterMaxRetries() {
    server.replies(503, "").replies(503, "").replies(503, "");

    Reply reply = execute(ApiOperation.LIST_FILES, 2);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void attemptsOnceWithoutRetries() {
    server.replies(503, "");

    Reply reply = execute(ApiOperation.LIST_FILES, 0);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void waitsTwiceAsLongEachTime() {
    server.replies(500, "").replies(500, "").replies(500, "").replies(500, "").replies(200, "");

    execute(ApiOperation.LIST_FILES, 4);

    assertThat(time.sleeps())
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L);
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    server.replies(429, RATE_CODE, Duration.ofSeconds(7)).replies(200, "{}");

    execute(ApiOperation.LIST_FILES);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void retryAfterAloneCausesNoRetry() {
    server.replies(400, "", Duration.ofSeconds(1));

    execute(ApiOperation.LIST_FILES);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void doesNotWaitLongerThanMaxRetryAfter() {
    server.replies(429, RATE_CODE, Duration.ofSeconds(61));

    Reply reply = execute(ApiOperation.LIST_FILES);

    assertThat(reply.retryAfter()).isEqualTo(Duration.ofSeconds(61));
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void waitsAsLongAsMaxRetryAfter() {
    server.replies(429, RATE_CODE, Duration.ofSeconds(60)).replies(200, "{}");

    execute(ApiOperation.LIST_FILES);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void doesNotStartAWaitBeyondCallTimeout() {
    server.then(
        request -> {
          time.pass(CALL_TIMEOUT.minusSeconds(10));
          return new Reply(503, new byte[0], null, Duration.ofSeconds(10), null, null, false);
        });

    Reply reply = execute(ApiOperation.LIST_FILES);

    assertThat(reply.retryAfter()).isEqualTo(Duration.ofSeconds(10));
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void sendsTheSameRequestEachTime() {
    server.replies(503, "").fails(ResilientTransportTest::lostAnswer).replies(200, "{}");

    execute(ApiOperation.LIST_FILES);

    assertThat(server.requests()).hasSize(3).containsOnly(server.requests().get(0));
  }

  @Test
  void interruptedWaitReturnsTheLastReplyAndStaysInterrupted() {
    server.replies(500, "");
    time.interruptNextSleep();

    Reply reply = execute(ApiOperation.DELETE_FILE);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void waitsForItsTurn() {
    paces.put(ApiOperation.LIST_FILES, new Pace(0.1));
    server.replies(200, "{}").replies(200, "{}");

    execute(ApiOperation.LIST_FILES);
    execute(ApiOperation.LIST_FILES);

    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(10_200));
  }

  @Test
  void waitsForATurnBeforeEachAttempt() {
    paces.put(ApiOperation.LIST_FILES, new Pace(0.1));
    server.replies(503, "").replies(200, "{}");

    execute(ApiOperation.LIST_FILES);

    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void doesNotPaceOtherOperations() {
    paces.put(ApiOperation.LIST_FILES, new Pace(0.1));
    server.replies(200, "{}").replies(200, "{}");

    execute(ApiOperation.LIST_FILES);
    execute(ApiOperation.DELETE_FILE);

    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void failsUnsentIfItsTurnIsAfterCallTimeout() {
    paces.put(ApiOperation.LIST_FILES, new Pace(0.001));
    server.replies(200, "{}");
    execute(ApiOperation.LIST_FILES);

    ArkUnavailableException failure =
        catchThrowableOfType(ArkUnavailableException.class, () -> execute(ApiOperation.LIST_FILES));

    assertThat(failure).hasMessageContaining("requestsPerSecond=0.001");
    assertThat(failure.mayHaveBeenExecuted()).isFalse();
    assertThat(server.requests()).hasSize(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void returnsTheLastReplyIfTheNextTurnIsTooLate() {
    paces.put(ApiOperation.DELETE_FILE, new Pace(0.001));
    server.replies(500, "");

    Reply reply = execute(ApiOperation.DELETE_FILE);

    assertThat(reply.status()).isEqualTo(500);
  }

  private Reply execute(ApiOperation operation) {
    return execute(operation, 2);
  }

  private Reply execute(ApiOperation operation, int maxRetries) {
    RetryLimits limits =
        new RetryLimits(
            maxRetries,
            Duration.ofMillis(500),
            Duration.ofSeconds(8),
            Duration.ofSeconds(60),
            () -> 0);
    Request request =
        new Request(
            operation,
            "file-1",
            "https://service.example",
            "/api/v3/files",
            null,
            "ark-1",
            time.nanos() + CALL_TIMEOUT.toNanos(),
            new FakeJudge());
    return new ResilientTransport(server, limits, paces, time).execute(request);
  }

  private static ArkUnavailableException lostAnswer(Request request) {
    return unavailable(request, true);
  }

  private static ArkUnavailableException neverConnected(Request request) {
    return unavailable(request, false);
  }

  private static ArkUnavailableException unavailable(Request request, boolean executed) {
    ApiFailure failure = CallFailures.failure(request, "scripted", executed);
    return new ArkUnavailableException(failure, "", null, null);
  }
}
