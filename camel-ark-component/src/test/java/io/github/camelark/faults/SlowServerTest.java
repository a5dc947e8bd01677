// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Behaviour.HONEST;
import static io.github.camelark.faults.Behaviour.drips;
import static io.github.camelark.faults.Behaviour.hangs;
import static io.github.camelark.faults.Expected.fails;
import static io.github.camelark.faults.Expected.isLost;
import static io.github.camelark.faults.Expected.succeeds;
import static io.github.camelark.faults.Fault.fault;

import io.github.camelark.error.ArkUnavailableException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that takes its time. */
class SlowServerTest extends FaultTestSupport {

  private static final String INTERIM = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String IN_THE_HEAD = "HTTP/1.1 200 OK\r\nContent-Ty";
  private static final String IN_THE_BODY =
      "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{\"id\":";
  private static final String IN_A_CHUNK =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100000\r\n{\"id\":";
  private static final String BETWEEN_CHUNKS =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n";

  private static final String IN_AN_ERROR =
      "HTTP/1.1 %d No\r\nContent-Length: 1000000\r\n\r\n{\"error\":{";

  private static final Behaviour ANSWERS_LATE =
      visit -> {
        for (int i = 0; i < 3; i++) {
          visit.connection().pause();
        }
        HONEST.act(visit);
      };

  private static final Behaviour ANSWERS_TOO_LATE =
      visit -> {
        visit.connection().awaitHangUp();
        HONEST.act(visit);
      };

  private static final Behaviour ANSWERS_ONE_BYTE_AT_A_TIME =
      visit -> {
        for (char each : visit.honestReply("Connection: close\r\n").toCharArray()) {
          visit.connection().write(String.valueOf(each));
        }
      };

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("slowReplies")
  void isAwaitedWithinCallTimeout(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> slowReplies() {
    Duration nearlyAll = CALL_TIMEOUT.minusMillis(1);
    return Fault.withEverySubject(
        fault("answers late", ANSWERS_LATE.after(nearlyAll), succeeds()).with(SHORT_CALL),
        fault("one byte at a time", ANSWERS_ONE_BYTE_AT_A_TIME.after(nearlyAll), succeeds())
            .with(SHORT_CALL));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("repliesThatDoNotEnd")
  void isNotAwaitedLongerThanCallTimeout(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> repliesThatDoNotEnd() {
    return Fault.withEverySubject(
        Stream.of(
                overdue("hangs before the head", hangs("")),
                overdue("hangs in the head", hangs(IN_THE_HEAD)),
                overdue("hangs in a body with Content-Length", hangs(IN_THE_BODY)),
                overdue("hangs in a chunk", hangs(IN_A_CHUNK)),
                overdue("hangs between chunks", hangs(BETWEEN_CHUNKS)),
                overdue("drips a head forever", drips("HTTP/1.1 200 OK\r\nX: ", "y")),
                overdue("drips a body forever", drips(IN_THE_BODY, " ")),
                overdue("drips chunks forever", drips(BETWEEN_CHUNKS, "1\r\n \r\n")),
                overdue("interim replies forever", drips(INTERIM.repeat(1000), INTERIM)))
            .map(fault -> fault.with(SHORT_CALL)));
  }

  /** The status alone says whether the call was executed. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("errorsThatDoNotEnd")
  void errorIsNotAwaitedLongerThanCallTimeout(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> errorsThatDoNotEnd() {
    Expected overdue = isLost().inAttempts(1).saying("within callTimeout");
    return Fault.withEverySubject(
        Stream.of(
                fault("400 hangs in the body", overdueIn(400, false), overdue.perhapsDone(false)),
                fault("400 drips a body forever", overdueIn(400, true), overdue.perhapsDone(false)),
                fault("500 hangs in the body", overdueIn(500, false), overdue),
                fault("500 drips a body forever", overdueIn(500, true), overdue))
            .map(fault -> fault.with(SHORT_CALL)));
  }

  /** An error whose body takes longer than callTimeout, after its head was read. */
  private static Behaviour overdueIn(int status, boolean drips) {
    return visit -> {
      visit.connection().write(IN_AN_ERROR.formatted(status));
      visit.awaitReadingOfBody();
      visit.time().pass(CALL_TIMEOUT);
      (drips ? drips("", " ") : hangs("")).act(visit);
    };
  }

  /** An error of which the head arrives and nothing else. */
  private static Behaviour silentIn(int status) {
    return visit -> {
      visit.connection().write(IN_AN_ERROR.formatted(status));
      visit.awaitReadingOfBody();
      hangs("").act(visit);
    };
  }

  private static Fault overdue(String name, Behaviour behaviour) {
    return fault(
        name, behaviour.after(CALL_TIMEOUT), isLost().inAttempts(1).saying("within callTimeout"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("silences")
  void isRetriedAfterResponseTimeout(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> silences() {
    return Fault.withEverySubject(
        Stream.of(
                silent("silent before the head, and then answers", ANSWERS_TOO_LATE),
                silent("silent in the head", hangs(IN_THE_HEAD)),
                silent("silent in a body with Content-Length", hangs(IN_THE_BODY)),
                silent("silent in a chunk", hangs(IN_A_CHUNK)),
                fault(
                    "silent in the body of a 400",
                    silentIn(400),
                    isLost().perhapsDone(false).inAttempts(2)),
                // its head says all that matters
                fault(
                    "silent in the body of a 500",
                    silentIn(500),
                    fails(ArkUnavailableException.class)
                        .withStatus(500)
                        .perhapsDone(true)
                        .saying("without a body")
                        .inAttempts(2)))
            .map(fault -> fault.with(IMPATIENT)));
  }

  private static Fault silent(String name, Behaviour behaviour) {
    return fault(name, behaviour, isLost().inAttempts(2));
  }
}
