// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a route gets for every status and every shape of an error's body, by real endpoints of each
 * provider. One context serves all rows: there are hundreds.
 */
class ErrorTableTest {

  private static final int ONCE = 1;
  private static final int WITH_RETRIES = 3;

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  private static CamelContext context;

  /** What a status means, whatever the body. 404 is not here: there the body decides. */
  enum Status {
    MOVED_PERMANENTLY(301, ArkProtocolException.class, ONCE),
    FOUND(302, ArkProtocolException.class, ONCE),
    BAD_REQUEST(400, ArkRequestException.class, ONCE),
    UNAUTHORIZED(401, ArkAuthenticationException.class, ONCE),
    FORBIDDEN(403, ArkAuthenticationException.class, ONCE),
    METHOD_NOT_ALLOWED(405, ArkRequestException.class, ONCE),
    REQUEST_TIMEOUT(408, ArkUnavailableException.class, WITH_RETRIES),
    CONFLICT(409, ArkUnavailableException.class, ONCE),
    PAYLOAD_TOO_LARGE(413, ArkRequestException.class, ONCE),
    UNSUPPORTED_MEDIA_TYPE(415, ArkRequestException.class, ONCE),
    UNPROCESSABLE(422, ArkRequestException.class, ONCE),
    FAILED_DEPENDENCY(424, ArkUnavailableException.class, WITH_RETRIES),
    TOO_EARLY(425, ArkUnavailableException.class, WITH_RETRIES),
    TOO_MANY_REQUESTS(429, ArkUnavailableException.class, WITH_RETRIES),
    CLIENT_CLOSED_REQUEST(499, ArkUnavailableException.class, WITH_RETRIES),
    INTERNAL_ERROR(500, ArkUnavailableException.class, WITH_RETRIES, true),
    BAD_GATEWAY(502, ArkUnavailableException.class, WITH_RETRIES, true),
    UNAVAILABLE(503, ArkUnavailableException.class, WITH_RETRIES),
    GATEWAY_TIMEOUT(504, ArkUnavailableException.class, WITH_RETRIES, true);

    final int status;
    final Class<? extends ArkException> exception;
    final int tries;
    final boolean mayHaveBeenExecuted;

    Status(int status, Class<? extends ArkException> exception, int tries) {
      this(status, exception, tries, false);
    }

    Status(
        int status,
        Class<? extends ArkException> exception,
        int tries,
        boolean mayHaveBeenExecuted) {
      this.status = status;
      this.exception = exception;
      this.tries = tries;
      this.mayHaveBeenExecuted = mayHaveBeenExecuted;
    }
  }

  /** How an error's body can look, with the code and the text that a route finds in it. */
  enum Shape {
    API_ERROR(
        "application/json",
        "{\"error\":{\"code\":\"Some.Code\",\"message\":\"Words.\",\"param\":\"\",\"type\":\"T\"}}",
        "Some.Code",
        "Words.",
        ArkNotFoundException.class),
    AZURE_ERROR(
        "application/json; charset=utf-8",
        "{\"error\":{\"code\":\"someCode\",\"message\":\"Words.\",\"target\":\"purpose\","
            + "\"details\":[{\"code\":\"d1\",\"message\":\"Detail.\"}],"
            + "\"innererror\":{\"code\":\"inner1\",\"innererror\":{\"code\":\"inner2\"}}}}",
        "someCode",
        "Words.; d1: Detail.; inner error inner1; inner error inner2",
        ArkNotFoundException.class),
    NUMERIC_CODE(
        "application/json",
        "{\"error\":{\"code\":42,\"message\":\"Words.\"}}",
        "42",
        "Words.",
        ArkNotFoundException.class),
    NULL_CODE(
        "application/json",
        "{\"error\":{\"code\":null,\"message\":\"Words.\",\"param\":null,\"type\":null}}",
        null,
        "Words.",
        ArkNotFoundException.class),
    RESPONSE_METADATA(
        "application/json",
        "{\"ResponseMetadata\":{\"RequestId\":\"r\",\"Error\":{\"Code\":\"Some\",\"Message\":\"Words.\"}}}",
        "Some",
        "Words.",
        ArkNotFoundException.class),
    BARE_MESSAGE(
        "application/json", "{\"message\":\"Words.\"}", null, "Words.", ArkProtocolException.class),
    DETAIL(
        "application/json", "{\"detail\":\"Words.\"}", null, "Words.", ArkProtocolException.class),
    ERROR_TEXT(
        "application/json", "{\"error\":\"Words.\"}", null, "Words.", ArkProtocolException.class),
    EMPTY_ERROR("application/json", "{\"error\":{}}", null, "", ArkProtocolException.class),
    CUT_JSON(
        "application/json",
        "{\"error\":{\"code\":\"Some.Code\",\"mess",
        null,
        "",
        ArkProtocolException.class),
    TEXT("text/plain", "Words.", null, "Words.", ArkProtocolException.class),
    HTML(
        "text/html",
        "<html><h1>Words.</h1></html>",
        null,
        "without an error of the API",
        ArkProtocolException.class),
    NOTHING("", "", null, "without a body", ArkProtocolException.class);

    final String contentType;
    final String body;
    final String code;
    final String message;
    final Class<? extends ArkException> exceptionOf404;

    Shape(
        String contentType,
        String body,
        String code,
        String message,
        Class<? extends ArkException> exceptionOf404) {
      this.contentType = contentType;
      this.body = body;
      this.code = code;
      this.message = message;
      this.exceptionOf404 = exceptionOf404;
    }
  }

  @BeforeAll
  static void startCamel() {
    context = new DefaultCamelContext();
    context.start();
  }

  @AfterAll
  static void stopCamel() throws Exception {
    context.close();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("statusesAndShapes")
  void failsAsItsStatusSaysInWhateverShape(SimulatedProvider provider, Status status, Shape shape) {
    simulator().failNext(9, SimulatedFault.reply(status.status, shape.contentType, shape.body));

    ArkException failure = fail(provider, "files?operation=delete&fileId=file-1");

    assertThat(failure).isExactlyInstanceOf(status.exception);
    assertThat(failure.status()).isEqualTo(status.status);
    assertThat(failure.getHttpResponseCode()).isEqualTo(status.status);
    assertThat(failure.code()).isEqualTo(shape.code);
    assertThat(failure).hasMessageContaining(shape.message);
    assertThat(mayHaveBeenExecuted(failure)).isEqualTo(status.mayHaveBeenExecuted);
    assertThat(simulator().journal()).hasSize(status.tries);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("shapes")
  void isMissingOnlyIfTheApiItselfSaysSo(SimulatedProvider provider, Shape shape) {
    simulator().failNext(9, SimulatedFault.reply(404, shape.contentType, shape.body));

    ArkException failure = fail(provider, "files?operation=retrieve&fileId=file-1");

    assertThat(failure).isExactlyInstanceOf(shape.exceptionOf404);
    assertThat(failure.status()).isEqualTo(404);
    assertThat(failure.code()).isEqualTo(shape.code);
    assertThat(failure).hasMessageContaining(shape.message);
    assertThat(simulator().journal()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void tellsEverythingThatAzureSays(SimulatedProvider provider) {
    simulator().failNext(1, SimulatedFault.reply(400, "application/json", Shape.AZURE_ERROR.body));

    ArkException failure = fail(provider, "files?operation=list&purpose=odd");

    assertThat(failure.target()).isEqualTo("purpose");
    assertThat(failure.details())
        .containsExactly("d1: Detail.", "inner error inner1", "inner error inner2");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void tellsTypeAndParameter(SimulatedProvider provider) {
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                400,
                "application/json",
                "{\"error\":{\"code\":\"C\",\"message\":\"M\",\"type\":\"T\",\"param\":\"purpose\"}}"));

    ArkException failure = fail(provider, "files?operation=list&purpose=odd");

    assertThat(failure.type()).isEqualTo("T");
    assertThat(failure.param()).isEqualTo("purpose");
    assertThat(failure).hasMessageContaining("parameter purpose");
  }

  static Stream<Object[]> statusesAndShapes() {
    return statuses()
        .flatMap(
            row -> Stream.of(Shape.values()).map(shape -> new Object[] {row[0], row[1], shape}));
  }

  static Stream<Object[]> statuses() {
    return Stream.of(SimulatedProvider.values())
        .flatMap(
            provider -> Stream.of(Status.values()).map(status -> new Object[] {provider, status}));
  }

  static Stream<Object[]> shapes() {
    return Stream.of(SimulatedProvider.values())
        .flatMap(
            provider -> Stream.of(Shape.values()).map(shape -> new Object[] {provider, shape}));
  }

  private static boolean mayHaveBeenExecuted(ArkException failure) {
    return failure instanceof ArkUnavailableException unavailable
        && unavailable.mayHaveBeenExecuted();
  }

  private static ArkException fail(SimulatedProvider provider, String call) {
    String uri =
        "ark:%s&provider=%s&baseUrl=%s&apiKey=%s&retryDelay=0&requestsPerSecond=0"
            .formatted(
                call,
                provider.name().toLowerCase(Locale.ROOT),
                simulator().baseUrl(provider),
                simulator().apiKey(provider));
    Exchange exchange =
        context.createProducerTemplate().send(uri, ExchangeBuilder.anExchange(context).build());
    return exchange.getException(ArkException.class);
  }

  private static ArkSimulator simulator() {
    return ARK.simulator();
  }
}
