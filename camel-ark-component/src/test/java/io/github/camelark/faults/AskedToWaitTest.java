// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Behaviour.HONEST;
import static io.github.camelark.faults.Behaviour.answers;
import static io.github.camelark.faults.Behaviour.inTurn;
import static io.github.camelark.faults.Expected.ALL_ATTEMPTS;
import static io.github.camelark.faults.Expected.fails;
import static io.github.camelark.faults.Expected.succeeds;
import static io.github.camelark.faults.Fault.fault;

import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that ask to wait, and errors for which waiting does not help. */
class AskedToWaitTest extends FaultTestSupport {

  private static final Duration LONGEST_WAIT = Duration.ofDays(36_500);

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("waits")
  void waitsAsLongAsTheServerAsks(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> waits() {
    return with429And503(
        Row.in("3 s", "3", waits(Duration.ofSeconds(3))),
        Row.in("1.5 s", "1.5", waits(Duration.ofMillis(1500))),
        Row.in("as long as maxRetryAfter", "60", waits(Duration.ofSeconds(60))),
        Row.until("a date in 30 s", Duration.ofSeconds(30), waits(Duration.ofSeconds(30))));
  }

  private static Expected waits(Duration wait) {
    return succeeds().inAttempts(2).waiting(wait);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("nonsense")
  void waitsAsLongAsWithoutRetryAfter(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> nonsense() {
    Expected waitsAsUsual = succeeds().inAttempts(2);
    return with429And503(
        Row.in("negative", "-5", waitsAsUsual),
        Row.in("endlessly negative", "-1e999", waitsAsUsual),
        Row.in("zero", "0", waitsAsUsual),
        Row.in("nothing", "", waitsAsUsual),
        Row.in("a word", "soon", waitsAsUsual),
        Row.in("no number", "NaN", waitsAsUsual),
        Row.in("two numbers", "3, 5", waitsAsUsual),
        Row.in("a date that is none", "Sun, 99 Foo 2026 25:61:61 GMT", waitsAsUsual),
        Row.until("a date that is over", Duration.ofHours(-1), waitsAsUsual));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("tooLong")
  void failsAtOnceIfTheServerAsksForTooLong(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> tooLong() {
    return with429And503(
        Row.in("beyond maxRetryAfter", "61", failsAtOnce(Duration.ofSeconds(61))),
        Row.in("a million years", "31557600000000", failsAtOnce(LONGEST_WAIT)),
        Row.in("beyond every number", "99999999999999999999", failsAtOnce(LONGEST_WAIT)),
        Row.in("endless", "1e999", failsAtOnce(LONGEST_WAIT)),
        Row.until("a date in an hour", Duration.ofHours(1), failsAtOnce(Duration.ofHours(1))),
        Row.in("beyond callTimeout", "130", failsAtOnce(Duration.ofSeconds(130)))
            .with("maxRetryAfter=1h"));
  }

  private static Expected failsAtOnce(Duration retryAfter) {
    return fails(ArkUnavailableException.class).tellingToWait(retryAfter);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("neverReady")
  void givesUpAfterMaxRetriesAndReportsRetryAfter(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> neverReady() {
    Duration wait = Duration.ofSeconds(7);
    Expected givesUp = failsAtOnce(wait).inAttempts(ALL_ATTEMPTS).waiting(wait);
    return Fault.withEverySubject(
        fault("429 again and again", asks("429", "7"), givesUp.withStatus(429)),
        fault("503 again and again", asks("503", "7"), givesUp.withStatus(503).perhapsDone(true)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("incurable")
  void isNotRetriedIfWaitingDoesNotHelp(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> incurable() {
    Expected allowance = fails(ArkQuotaException.class).withStatus(429).saying("allowance");
    Expected storage = fails(ArkQuotaException.class).withStatus(429).saying("delete files");
    return Fault.withEverySubject(
        fault("QuotaExceeded", isOver("QuotaExceeded", ""), allowance),
        fault("QuotaExceeded.Daily", isOver("QuotaExceeded.Daily", ""), allowance),
        fault("SetLimitExceeded", isOver("SetLimitExceeded", ""), allowance),
        fault("SessionQuotaExceeded", isOver("SessionQuotaExceeded", ""), allowance),
        fault("QuotaExceeded, Retry-After: 1", isOver("QuotaExceeded", "1"), allowance),
        fault("full storage", isOver("OperationDenied.FileQuotaExceeded", ""), storage),
        fault("insufficient_quota", isOver("insufficient_quota", ""), allowance)
            .with("provider=openai"),
        fault("azure's quotaExceeded", isOver("quotaExceeded", ""), storage).with("provider=azure"),
        fault(
            "400, Retry-After: 1",
            asks("400", "1"),
            fails(ArkRequestException.class).withStatus(400)),
        fault(
            "409, Retry-After: 1",
            asks("409", "1"),
            failsAtOnce(Duration.ofSeconds(1)).withStatus(409)));
  }

  private static Behaviour isOver(String code, String retryAfter) {
    return answers(
        "429 Too Many Requests",
        "Retry-After: " + retryAfter + "\r\n",
        "{\"error\":{\"code\":\"%s\",\"message\":\"Words.\"}}".formatted(code));
  }

  private static Behaviour asks(String status, String retryAfter) {
    return answers(status + " Later", "Retry-After: " + retryAfter + "\r\n", "");
  }

  private static Behaviour asksUntil(String status, Duration distance) {
    return visit -> {
      Instant date = visit.time().clock().instant().plus(distance);
      String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
      asks(status, text).act(visit);
    };
  }

  private static Stream<Object[]> with429And503(Row... rows) {
    return Fault.withEverySubject(
        Stream.of("429", "503").flatMap(status -> Stream.of(rows).map(row -> row.asFault(status))));
  }

  /** What one of both statuses comes with. */
  private record Row(
      String name, String retryAfter, Duration distance, String options, Expected expected) {

    static Row in(String name, String retryAfter, Expected expected) {
      return new Row(name, retryAfter, null, "", expected);
    }

    static Row until(String name, Duration distance, Expected expected) {
      return new Row(name, null, distance, "", expected);
    }

    Row with(String newOptions) {
      return new Row(name, retryAfter, distance, newOptions, expected);
    }

    Fault asFault(String status) {
      Behaviour asking = distance == null ? asks(status, retryAfter) : asksUntil(status, distance);
      // a 503 without an error of the API does not say that nothing was done
      Expected outcome =
          expected.failure() == null
              ? expected
              : expected.withStatus(Integer.parseInt(status)).perhapsDone(status.equals("503"));
      return fault(status + ", Retry-After: " + name, inTurn(asking, HONEST), outcome)
          .with(options);
    }
  }
}
