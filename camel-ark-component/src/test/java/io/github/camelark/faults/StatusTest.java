// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Behaviour.answers;
import static io.github.camelark.faults.Behaviour.floods;
import static io.github.camelark.faults.Expected.ALL_ATTEMPTS;
import static io.github.camelark.faults.Expected.fails;
import static io.github.camelark.faults.Expected.succeeds;
import static io.github.camelark.faults.Fault.fault;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every status of an error, with every kind of body. {@code ReplyTableTest} has those of the other
 * providers.
 */
class StatusTest extends FaultTestSupport {

  private static final String ERROR =
      "{\"error\":{\"code\":\"Some.NotFound\",\"message\":\"Words.\"}}";
  private static final String TO_50_MB = "Content-Length: " + Visit.FLOOD_BYTES + "\r\n\r\n";

  /** What a status means, whatever the body. 404 is not here: there the body decides. */
  private enum Status {
    BAD_REQUEST(400, ArkRequestException.class),
    UNAUTHORIZED(401, ArkAuthenticationException.class),
    FORBIDDEN(403, ArkAuthenticationException.class),
    METHOD_NOT_ALLOWED(405, ArkRequestException.class),
    REQUEST_TIMEOUT(408, ArkUnavailableException.class, false),
    CONFLICT(409, ArkUnavailableException.class),
    PAYLOAD_TOO_LARGE(413, ArkRequestException.class),
    UNSUPPORTED_MEDIA_TYPE(415, ArkRequestException.class),
    UNPROCESSABLE(422, ArkRequestException.class),
    FAILED_DEPENDENCY(424, ArkUnavailableException.class, true),
    TOO_EARLY(425, ArkUnavailableException.class, false),
    TOO_MANY_REQUESTS(429, ArkUnavailableException.class, false),
    CLIENT_CLOSED_REQUEST(499, ArkUnavailableException.class, true),
    INTERNAL_ERROR(500, ArkUnavailableException.class, true),
    BAD_GATEWAY(502, ArkUnavailableException.class, true),
    UNAVAILABLE(503, ArkUnavailableException.class, false),
    GATEWAY_TIMEOUT(504, ArkUnavailableException.class, true);

    private final String line;
    private final Expected expected;

    /** One that is not retried. */
    Status(int status, Class<? extends ArkException> failure) {
      this.line = status + " " + name();
      this.expected = fails(failure).withStatus(status);
    }

    /** One that is. */
    Status(int status, Class<? extends ArkException> failure, boolean perhapsDone) {
      this.line = status + " " + name();
      this.expected =
          fails(failure).withStatus(status).perhapsDone(perhapsDone).inAttempts(ALL_ATTEMPTS);
    }

    /** Only the API itself says with 503 that nothing was done. */
    private Expected ofSomethingElse() {
      return this == UNAVAILABLE ? expected.perhapsDone(true) : expected;
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("statuses")
  void meansTheSameWhateverTheBody(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> statuses() {
    return Fault.withEverySubject(
        Stream.of(Status.values())
            .flatMap(
                status ->
                    Stream.of(
                        withJson(status.line, status.expected.saying("Words.")),
                        withHtml(status.line, status.ofSomethingElse()),
                        withNothing(status.line, status.ofSomethingElse().saying("without a body")),
                        with50Megabytes(status.line, status.ofSomethingElse()))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("missing")
  void isMissingOnlyIfTheApiSaysSo(Fault fault, Subject subject) throws Exception {
    play(fault, subject);
  }

  static Stream<Object[]> missing() {
    Expected missing = fails(ArkNotFoundException.class).withStatus(404);
    Expected wrongAddress = fails(ArkProtocolException.class).withStatus(404).saying("baseUrl");
    return Fault.withEverySubject(
        withJson("404 Not Found", missing)
            .butFor(Subject.CONSUMER_DELETION, succeeds())
            .butFor(Set.of(Subject.LIST, Subject.CONSUMER), wrongAddress),
        withHtml("404 Not Found", wrongAddress),
        withNothing("404 Not Found", wrongAddress.saying("without a body")),
        with50Megabytes("404 Not Found", wrongAddress));
  }

  private static Fault withJson(String status, Expected expected) {
    Behaviour behaviour = answers(status, "Content-Type: application/json\r\n", ERROR);
    return fault(status + " with JSON", behaviour, expected);
  }

  private static Fault withHtml(String status, Expected expected) {
    Behaviour behaviour =
        answers(status, "Content-Type: text/html\r\n", "<html><h1>No</h1></html>");
    return fault(status + " with HTML", behaviour, expected);
  }

  private static Fault withNothing(String status, Expected expected) {
    return fault(status + " with nothing", answers(status, "", ""), expected);
  }

  /** Of which the start is read, and the rest is not waited for. */
  private static Fault with50Megabytes(String status, Expected expected) {
    String start = "HTTP/1.1 " + status + "\r\n" + TO_50_MB + "{\"error\":{\"message\":\"";
    return fault(status + " with 50 MB", floods(start, "words "), expected);
  }
}
