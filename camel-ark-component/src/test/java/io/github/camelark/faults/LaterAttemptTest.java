// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Behaviour.HONEST;
import static io.github.camelark.faults.Behaviour.answers;
import static io.github.camelark.faults.Behaviour.closes;
import static io.github.camelark.faults.Behaviour.inTurn;
import static io.github.camelark.faults.Behaviour.resets;
import static io.github.camelark.faults.Expected.ALL_ATTEMPTS;
import static io.github.camelark.faults.Expected.fails;
import static io.github.camelark.faults.Expected.isLost;
import static io.github.camelark.faults.Expected.succeeds;
import static io.github.camelark.faults.Fault.fault;
import static io.github.camelark.faults.Subject.CONSUMER;
import static io.github.camelark.faults.Subject.CONSUMER_DELETION;
import static io.github.camelark.faults.Subject.DELETING;
import static io.github.camelark.faults.Subject.LIST;

import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion.Outcome;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attempts that meet one fault after the other: earlier ones count. */
class LaterAttemptTest extends FaultTestSupport {

  private static final String CUT_BODY = "\r\nContent-Length: 9\r\n\r\n{";
  private static final Behaviour BUSY =
      answers("503 Busy", "", "{\"error\":{\"code\":\"Busy\",\"message\":\"Later.\"}}");
  private static final Behaviour RESETS = resets("");
  private static final Behaviour IS_MISSING =
      answers("404 Not Found", "", "{\"error\":{\"code\":\"NotFound\",\"message\":\"None.\"}}");
  private static final Behaviour IS_MISSING_WITHOUT_A_WORD = answers("404 Not Found", "", "");
  private static final Behaviour IS_MISSING_WITH_HTML =
      answers("404 Not Found", "Content-Type: text/html\r\n", "<html><h1>404</h1></html>");

  private static final Set<Subject> LISTING = Set.of(LIST, CONSUMER);
  private static final Expected NOT_FOUND =
      fails(ArkNotFoundException.class).withStatus(404).inAttempts(2);
  private static final Expected WRONG_ADDRESS =
      fails(ArkProtocolException.class).withStatus(404).inAttempts(2);
  private static final Expected NOT_SURELY_GONE =
      fails(ArkUnavailableException.class).withStatus(404).perhapsDone(true).inAttempts(2);
  private static final Expected ALREADY_GONE = succeeds(Outcome.ALREADY_GONE).inAttempts(2);

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sequences")
  void remembersEarlierAttempts(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> sequences() {
    Expected isBusy =
        fails(ArkUnavailableException.class)
            .withStatus(503)
            .perhapsDone(true)
            .inAttempts(ALL_ATTEMPTS);
    return Fault.withEverySubject(
        fault("503, then well", inTurn(BUSY, HONEST), succeeds().inAttempts(2)),
        fault("a reset, then well", inTurn(RESETS, HONEST), succeeds().inAttempts(2)),
        fault(
            "500, then well", inTurn(answers("500 Odd", "", ""), HONEST), succeeds().inAttempts(2)),
        fault(
            "503, then a reset, then well", inTurn(BUSY, RESETS, HONEST), succeeds().inAttempts(3)),
        fault("503, then resets", inTurn(BUSY, RESETS), isLost()),
        fault("a reset, then 503", inTurn(RESETS, BUSY), isBusy),
        fault(
                "503, then a reset, then 404",
                inTurn(BUSY, RESETS, IS_MISSING),
                NOT_FOUND.perhapsDone(true).inAttempts(3))
            .butFor(LISTING, WRONG_ADDRESS.perhapsDone(true).inAttempts(3))
            .butFor(DELETING, ALREADY_GONE.inAttempts(3)),
        fault(
                "a reset, then 503, then 404",
                inTurn(RESETS, BUSY, IS_MISSING),
                NOT_FOUND.perhapsDone(true).inAttempts(3))
            .butFor(LISTING, WRONG_ADDRESS.perhapsDone(true).inAttempts(3))
            .butFor(DELETING, ALREADY_GONE.inAttempts(3)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("lostAnswers")
  void isAlreadyGoneIfTheAnswerToADeletionWasLost(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> lostAnswers() {
    return Fault.withEverySubject(
        Stream.of(
                lost("closed before the head", closes("")),
                lost("closed in the head", closes("HTTP/1.1 200 OK\r\nContent-Le")),
                lost("closed in the body", closes("HTTP/1.1 200 OK" + CUT_BODY)),
                lost("500, closed in its body", closes("HTTP/1.1 500 Odd" + CUT_BODY)),
                lost("reset", RESETS),
                lost("500", answers("500 Odd", "", "")),
                lost("502", answers("502 Odd", "Content-Type: text/html\r\n", "<html>")),
                lost("503", answers("503 Odd", "", "")),
                lost("503, closed in its body", closes("HTTP/1.1 503 Odd" + CUT_BODY)),
                lost("504", answers("504 Odd", "", "")))
            .flatMap(rows -> rows));
  }

  /** An answer that is lost, and then 404 in all its forms. */
  private static Stream<Fault> lost(String name, Behaviour lost) {
    Expected wrongAddress = WRONG_ADDRESS.perhapsDone(true);
    return Stream.of(
        fault(name + ", then 404", inTurn(lost, IS_MISSING), NOT_FOUND.perhapsDone(true))
            .butFor(LISTING, wrongAddress)
            .butFor(DELETING, ALREADY_GONE),
        fault(
                name + ", then 404 with nothing",
                inTurn(lost, IS_MISSING_WITHOUT_A_WORD),
                wrongAddress)
            .butFor(DELETING, ALREADY_GONE),
        fault(name + ", then 404 with HTML", inTurn(lost, IS_MISSING_WITH_HTML), wrongAddress)
            .butFor(DELETING, NOT_SURELY_GONE));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("turnedAway")
  void isMissingIfTheFirstAttemptWasRefused(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> turnedAway() {
    return Fault.withEverySubject(
        turnedAway("408", answers("408 Slow", "", "")),
        turnedAway("429", answers("429 Slower", "", "")),
        turnedAway("503", BUSY),
        // cut short, which does not matter where the status says enough
        turnedAway("404, cut short", closes("HTTP/1.1 404 None" + CUT_BODY)),
        turnedAway("408, cut short", closes("HTTP/1.1 408 Slow" + CUT_BODY)),
        turnedAway("429, cut short", closes("HTTP/1.1 429 Slower" + CUT_BODY)));
  }

  private static Fault turnedAway(String name, Behaviour first) {
    return fault(name + ", then 404", inTurn(first, IS_MISSING), NOT_FOUND)
        .butFor(LISTING, WRONG_ADDRESS)
        .butFor(CONSUMER_DELETION, succeeds().inAttempts(2));
  }
}
