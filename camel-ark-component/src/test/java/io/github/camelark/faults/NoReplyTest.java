// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Behaviour.closes;
import static io.github.camelark.faults.Behaviour.floods;
import static io.github.camelark.faults.Expected.fails;
import static io.github.camelark.faults.Fault.fault;

import io.github.camelark.error.ArkProtocolException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies that are not HTTP, or have no end. */
class NoReplyTest extends FaultTestSupport {

  private static final Expected PROTOCOL_ERROR =
      fails(ArkProtocolException.class).perhapsDone(true);
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String SPACES = " ".repeat(4096);

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("gibberish")
  void isNotRetriedIfItIsGibberish(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> gibberish() {
    return Fault.withEverySubject(
        Stream.of(
                "SSH-2.0-OpenSSH_9.6\r\n",
                "220 mail.example ESMTP\r\n",
                "\u0015\u0003\u0001\u0000\u0002\u0002\u0028",
                "gibberish\n",
                "gibberish",
                "\u0000".repeat(10_000),
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 042 Odd\r\n\r\n",
                OK + "no colon here\r\n\r\n",
                OK + "Content-Length: many\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\nzzz\r\n")
            .map(text -> fault(name(text), closes(text), PROTOCOL_ERROR)));
  }

  private static String name(String text) {
    return text.substring(0, Math.min(text.length(), 60)).replaceAll("[^ -~]+", ".");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("endlessReplies")
  void isReadOnlyUpToItsLimit(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> endlessReplies() {
    Expected tooLong = PROTOCOL_ERROR.saying("maxResponseSize").withStatus(0);
    return Fault.withEverySubject(
        Stream.of(
                fault("an endless body", floods(OK + "\r\n", SPACES), tooLong),
                fault(
                    "an endless body in chunks",
                    floods(OK + "Transfer-Encoding: chunked\r\n\r\n", "1000\r\n" + SPACES + "\r\n"),
                    tooLong),
                fault(
                    "a body that announces 5 GB",
                    floods(OK + "Content-Length: 5000000000\r\n\r\n", SPACES),
                    tooLong),
                fault("an endless header", floods(OK + "X: ", "y".repeat(4096)), PROTOCOL_ERROR),
                fault(
                    "an endless header of many lines",
                    floods(OK + "X: y\r\n", " z\r\n"),
                    PROTOCOL_ERROR),
                fault("endless headers", floods(OK, "X: y\r\n"), PROTOCOL_ERROR),
                fault("an endless status", floods("HTTP/1.1 200 ", "OK"), PROTOCOL_ERROR),
                fault("endless empty lines", floods("", "\r\n"), PROTOCOL_ERROR),
                fault(
                    "an endless trailer after the chunks",
                    floods(OK + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", "X: y\r\n"),
                    PROTOCOL_ERROR),
                fault(
                    "an endless size of a chunk",
                    floods(OK + "Transfer-Encoding: chunked\r\n\r\n2;", "x"),
                    PROTOCOL_ERROR))
            .map(fault -> fault.with("maxResponseSize=100000")));
  }
}
