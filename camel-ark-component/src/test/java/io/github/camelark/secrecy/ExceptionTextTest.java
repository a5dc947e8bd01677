// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HttpResponseAware;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exception tells the person who has to fix it, and what it must not tell. */
class ExceptionTextTest extends ArkTestSupport {

  private static final int ONE_KILOBYTE = 1024;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "files?operation=retrieve&fileId=file-1,           files retrieve,   file-1",
    "files?operation=delete&fileId=file-1,             files delete,     file-1",
    "responses?operation=delete&responseId=resp_1,     responses delete, resp_1",
  })
  void namesOperationAndResource(String call, String operation, String id) {
    ArkException failure = fail(call, SimulatedFault.status(400));

    assertThat(failure.operation()).isEqualTo(operation);
    assertThat(failure.resourceId()).isEqualTo(id);
    assertThat(failure).hasMessageContaining(operation).hasMessageContaining("'" + id + "'");
  }

  @Test
  void namesNoResourceForAList() {
    ArkException failure = fail("files?operation=list", SimulatedFault.status(400));

    assertThat(failure.operation()).isEqualTo("files list");
    assertThat(failure.resourceId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"ARK, X-Request-Id", "AZURE, apim-request-id", "OPENAI, x-request-id"})
  void containsTheServersRequestId(SimulatedProvider provider, String header) {
    simulator()
        .failNext(1, SimulatedFault.reply(400, "text/plain", "no").withHeader(header, "req-77"));

    ArkException failure =
        send(uri(provider, "files?operation=list"), null).getException(ArkException.class);

    assertThat(failure.requestId()).isEqualTo("req-77");
    assertThat(failure).hasMessageContaining("req-77");
  }

  @Test
  void containsTheSentRequestIdIfTheServerReturnsNone() {
    ArkException failure = fail("files?operation=list", SimulatedFault.connectionReset());

    String sent = simulator().journal().get(0).header("X-Client-Request-Id");
    assertThat(sent).isNotBlank();
    assertThat(failure.requestId()).isEqualTo(sent);
    assertThat(failure).hasMessageContaining(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "302, set baseUrl",
    "400, fix the message",
    "401, check apiKey of the endpoint",
    "403, what the API key may do",
    "404, was deleted",
    "429, requestsPerSecond",
    "500, try later",
  })
  void saysWhatToDoNext(int status, String advice) {
    ArkException failure =
        fail("files?operation=retrieve&fileId=file-1", SimulatedFault.status(status));

    assertThat(failure).hasMessageContaining(advice);
  }

  @Test
  void showsItsStatusToCamel() {
    ArkException failure =
        fail("files?operation=list", SimulatedFault.status(400, "InvalidParameter.Purpose"));

    assertThat(failure).isInstanceOf(HttpResponseAware.class);
    assertThat(failure.getHttpResponseCode()).isEqualTo(400);
    assertThat(failure.getHttpResponseStatus()).isEqualTo("InvalidParameter.Purpose");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "文", "\u001b", "\uD83D\uDE00"})
  void keepsAtMostOneKilobyteOfTheBody(String text) {
    ArkException failure =
        fail(
            "files?operation=list",
            SimulatedFault.reply(400, "text/html", "<" + text.repeat(5_000)));

    assertThat(failure.body().getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(ONE_KILOBYTE - 10, ONE_KILOBYTE);
  }

  @Test
  void keepsAShortBody() {
    ArkException failure =
        fail("files?operation=list", SimulatedFault.reply(400, "text/html", "<p>no</p>"));

    assertThat(failure.body()).isEqualTo("<p>no</p>");
  }

  @Test
  void hasNoBodyIfTheReplyHasNone() {
    assertThat(fail("files?operation=list", SimulatedFault.reply(400, "", "")).body()).isNull();
  }

  @Test
  void putsAtMostOneKilobyteOfTheBodyIntoItsMessage() {
    String text = "y".repeat(3_000);
    String detail = "{\"code\":\"%s\",\"message\":\"%s\"}".formatted(text, text);
    String body =
        "{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"param\":\"%s\",\"type\":\"%s\","
                .formatted(text, text, text, text)
            + "\"target\":\"%s\",\"details\":[%s,%s,%s,%s,%s]}}"
                .formatted(text, detail, detail, detail, detail, detail);

    ArkException failure =
        fail("files?operation=list", SimulatedFault.reply(400, "application/json", body));

    assertThat(failure.getMessage().chars().filter(c -> c == 'y').count())
        .isLessThanOrEqualTo(ONE_KILOBYTE);
  }

  @Test
  void escapesWhatTheServerSays() {
    String text = "a\\n\\u001b[31mINFO forged\\u2028\\u202e";
    String body =
        "{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"param\":\"%s\",\"details\":[{\"code\":\"%s\"}]}}"
            .formatted(text, text, text, text);

    ArkException failure =
        fail("files?operation=list", SimulatedFault.reply(400, "application/json", body));

    assertThat(failure.getMessage())
        .contains("\\u000a\\u001b[31mINFO forged\\u2028\\u202e")
        .doesNotContain("\n", "\u001b", "\u2028", "\u202e");
    assertThat(failure.code()).doesNotContain("\n");
    assertThat(failure.details()).singleElement().asString().doesNotContain("\n");
  }

  @Test
  void escapesTheLinesOfTheBody() {
    ArkException failure =
        fail("files?operation=list", SimulatedFault.reply(502, "text/plain", "a\r\nb"));

    assertThat(failure.body()).isEqualTo("a\\u000d\\u000ab");
    assertThat(failure.getMessage()).doesNotContain("\r", "\n");
  }

  @Test
  void escapesAnIdThatCameWithAMessage() {
    simulator().failNext(1, SimulatedFault.status(400));

    Exchange exchange = send(ark("files?operation=retrieve"), "file\n1");

    assertThat(exchange.getException()).hasMessageContaining("file\\u000a1");
  }

  private ArkException fail(String call, SimulatedFault fault) {
    simulator().failNext(1, fault);
    return send(ark(call) + "&maxRetries=0", null).getException(ArkException.class);
  }
}
