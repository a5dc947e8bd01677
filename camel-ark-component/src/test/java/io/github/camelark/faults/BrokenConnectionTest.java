// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Behaviour.HONEST;
import static io.github.camelark.faults.Behaviour.closes;
import static io.github.camelark.faults.Behaviour.inTurn;
import static io.github.camelark.faults.Behaviour.resets;
import static io.github.camelark.faults.Expected.isLost;
import static io.github.camelark.faults.Expected.succeeds;
import static io.github.camelark.faults.Fault.fault;

import io.github.camelark.faults.FaultyService.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that end before the reply does. */
class BrokenConnectionTest extends FaultTestSupport {

  private static final int LENGTH_OF_AN_HONEST_HEAD = 45;
  private static final String IN_THE_STATUS = "HTTP/1.1 20";
  private static final String INTERIM = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String AFTER_THE_STATUS = "HTTP/1.1 200 OK\r\n";
  private static final String IN_A_NAME = "HTTP/1.1 200 OK\r\nContent-Le";
  private static final String IN_A_VALUE = "HTTP/1.1 200 OK\r\nContent-Length: 2";
  private static final String AFTER_A_HEADER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
  private static final String BEFORE_THE_BODY = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
  private static final String IN_THE_BODY = BEFORE_THE_BODY + "{\"data\":";
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String IN_A_CHUNK = CHUNKED + "5\r\n{\"d";
  private static final String AT_THE_END_OF_A_CHUNK = CHUNKED + "5\r\n{\"dat";
  private static final String BETWEEN_CHUNKS = CHUNKED + "5\r\n{\"dat\r\n";

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("brokenConnections")
  void isRetried(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> brokenConnections() {
    return Fault.withEverySubject(
        fault("closes before the head", closes(""), isLost()),
        fault("closes in the status", closes(IN_THE_STATUS), isLost()),
        fault("closes after the status", closes(AFTER_THE_STATUS), isLost()),
        fault("closes after the status 204", closes("HTTP/1.1 204 No Content\r\n"), isLost()),
        fault("closes after an interim reply", closes(INTERIM), isLost()),
        fault("closes in the head after it", closes(INTERIM + AFTER_A_HEADER), isLost()),
        fault("closes in the name of a header", closes(IN_A_NAME), isLost()),
        fault("closes in the value of a header", closes(IN_A_VALUE), isLost()),
        fault("closes after a header", closes(AFTER_A_HEADER), isLost()),
        fault("closes after empty lines and a header", closes("\r\n\n" + AFTER_A_HEADER), isLost()),
        fault(
            "closes after empty lines and in the status", closes("\r\n" + IN_THE_STATUS), isLost()),
        fault("closes before the body", closes(BEFORE_THE_BODY), isLost()),
        fault("closes in the body", closes(IN_THE_BODY), isLost()),
        fault("closes before the first chunk", closes(CHUNKED), isLost()),
        fault("closes in a chunk", closes(IN_A_CHUNK), isLost()),
        fault("closes at the end of a chunk", closes(AT_THE_END_OF_A_CHUNK), isLost()),
        fault("closes between chunks", closes(BETWEEN_CHUNKS), isLost()),
        fault("resets before the head", resets(""), isLost()),
        fault("resets in the head", resets(IN_A_NAME), isLost()),
        fault("resets before the body", resets(BEFORE_THE_BODY), isLost()),
        fault("resets in the body", resets(IN_THE_BODY), isLost()),
        fault("resets in a chunk", resets(IN_A_CHUNK), isLost()),
        fault("resets between chunks", resets(BETWEEN_CHUNKS), isLost()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("brokenKeptConnections")
  void isRetriedOnAnotherConnection(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> brokenKeptConnections() {
    return Fault.withEverySubject(
        fault("closes an idle kept connection", HONEST, succeeds().inAttempts(2).ofWhichSeen(1))
            .onAConnection(Connection.KEPT_AND_THEN_CLOSED),
        fault(
                "closes at the second request on a connection",
                inTurn(closes(""), HONEST),
                succeeds().inAttempts(2))
            .onAConnection(Connection.KEPT),
        fault(
                "resets the second request on a connection",
                inTurn(resets(""), HONEST),
                succeeds().inAttempts(2))
            .onAConnection(Connection.KEPT));
  }

  @Test
  void isNotAttemptedOnAConnectionClosedLongAgo() throws Exception {
    service.beHonest("file-0", Connection.KEPT_AND_THEN_CLOSED);
    driver.drive(Subject.DELETE_FILE, service.baseUrl(), "", "file-0");
    service.beHonest("file-0", Connection.CLOSED_POLITELY);
    letASecondPass();

    Result result = driver.drive(Subject.DELETE_FILE, service.baseUrl(), "", "file-0");

    succeeds().check(result);
  }

  /** The pool goes by the machine's clock. */
  private static void letASecondPass() throws InterruptedException {
    new CountDownLatch(1).await(1_050, TimeUnit.MILLISECONDS);
  }

  @ParameterizedTest
  @EnumSource(Subject.class)
  void isNotAnAnswerWhereverItsHeadIsTruncated(Subject subject) throws Exception {
    for (int bytes = 1; bytes < LENGTH_OF_AN_HONEST_HEAD; bytes++) {
      play(closesAfter(bytes), subject);
    }
  }

  private static Fault closesAfter(int bytes) {
    return fault(
            "closes after " + bytes + " bytes",
            closes(
                visit -> {
                  String reply = visit.honestReply("");
                  return reply.substring(0, Math.min(bytes, reply.length() - 1));
                }),
            isLost().inAttempts(1))
        .with("maxRetries=0");
  }
}
