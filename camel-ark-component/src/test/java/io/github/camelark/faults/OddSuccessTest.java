// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Behaviour.HONEST;
import static io.github.camelark.faults.Behaviour.answers;
import static io.github.camelark.faults.Behaviour.closes;
import static io.github.camelark.faults.Expected.fails;
import static io.github.camelark.faults.Expected.succeeds;
import static io.github.camelark.faults.Fault.fault;
import static io.github.camelark.faults.Subject.CONSUMER_DELETION;
import static io.github.camelark.faults.Subject.DELETING;

import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies that call themselves a success. */
class OddSuccessTest extends FaultTestSupport {

  private static final String JSON = "Content-Type: application/json\r\n";
  private static final Expected PROTOCOL_ERROR =
      fails(ArkProtocolException.class).perhapsDone(true).withStatus(200);
  private static final Expected IS_EMPTY = PROTOCOL_ERROR.saying("the reply is empty");

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("unreadableReplies")
  void isNotASuccessIfItCannotBeRead(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> unreadableReplies() {
    return Fault.withEverySubject(
        unreadable("cut JSON of a file", "{\"id\":\"file-1\",\"object\":\"fi"),
        unreadable("cut JSON of a list", "{\"object\":\"list\",\"data\":[{\"id\":\"file-1\"},"),
        unreadable("one brace", "{"),
        unreadable("a number", "42"),
        unreadable("a text", "\"deleted\""),
        unreadable("something compressed", "\u001f\u008b\u0008\u0000\u0000"),
        fault(
            "HTML",
            answers("200 OK", "Content-Type: text/html\r\n", "<html><h1>Log in</h1></html>"),
            PROTOCOL_ERROR),
        fault(
            "an error inside",
            answers("200 OK", JSON, "{\"error\":{\"code\":\"Odd\",\"message\":\"Words.\"}}"),
            PROTOCOL_ERROR.saying("Words.")),
        fault(
            "an encoding that was not requested",
            answers("200 OK", "Content-Encoding: gzip\r\n", "oops"),
            PROTOCOL_ERROR));
  }

  private static Fault unreadable(String name, String body) {
    return fault(name, answers("200 OK", JSON, body), PROTOCOL_ERROR);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("emptyReplies")
  void isEnoughForADeletionIfItIsEmpty(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> emptyReplies() {
    return Fault.withEverySubject(
        Stream.of(
                fault("200 with nothing", answers("200 OK", "", ""), IS_EMPTY),
                fault("200 with nothing, JSON", answers("200 OK", JSON, ""), IS_EMPTY),
                fault("200 without a length", closes("HTTP/1.1 200 OK\r\n\r\n"), IS_EMPTY),
                fault("200 with blanks", answers("200 OK", JSON, " \r\n"), PROTOCOL_ERROR),
                fault(
                    "204",
                    closes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
                    IS_EMPTY.withStatus(204)),
                fault(
                    "202 with nothing", answers("202 Accepted", "", ""), IS_EMPTY.withStatus(202)))
            .map(fault -> fault.butFor(DELETING, succeeds())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("otherReplies")
  void isReadAsItIs(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> otherReplies() {
    return Fault.withEverySubject(
        fault("not deleted", toDeletions("{\"id\":\"%s\",\"deleted\":false}"), succeeds())
            .butFor(DELETING, succeeds(Outcome.NOT_DELETED))
            .butFor(
                CONSUMER_DELETION, fails(ArkUnavailableException.class).saying("was not deleted")),
        fault("of another file", toDeletions("{\"id\":\"odd\",\"deleted\":true}"), succeeds())
            .butFor(DELETING, PROTOCOL_ERROR.saying("'odd'")));
  }

  /** Answers deletions in this way, and the others well. */
  private static Behaviour toDeletions(String body) {
    return visit -> {
      if (visit.connection().head().startsWith("DELETE")) {
        answers("200 OK", JSON, body.formatted(visit.fileId())).act(visit);
      } else {
        HONEST.act(visit);
      }
    };
  }
}
