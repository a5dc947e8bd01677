// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.error.ArkException;
import io.github.camelark.support.ScriptedRepliesTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The message contains the text of an error, in whatever form it arrives. */
class ErrorTextTest extends ScriptedRepliesTestSupport {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"code\":\"C\",\"message\":\"Words.\",\"param\":\"\",\"type\":\"T\"}}",
        "{\"error\":{\"code\":42,\"message\":\"Words.\"}}",
        "{\"error\":{\"msg\":\"Words.\"}}",
        "{\"error\":{\"detail\":\"Words.\"}}",
        "{\"error\":\"Words.\"}",
        "{\"error\":[\"Words.\"]}",
        "{\"error\":[{\"message\":\"Words.\"}]}",
        "{\"error\":\"invalid_token\",\"error_description\":\"Words.\"}",
        "{\"error\":\"Not Found\",\"message\":\"Words.\",\"path\":\"/files\"}",
        "{\"message\":\"Words.\"}",
        "{\"message\":{\"detail\":\"Words.\"}}",
        "{\"Message\":\"Words.\"}",
        "{\"__type\":\"AccessDeniedException\",\"Message\":\"Words.\"}",
        "{\"detail\":\"Words.\"}",
        "{\"detail\":[{\"loc\":[\"path\"],\"msg\":\"Words.\",\"type\":\"missing\"}]}",
        "{\"detail\":{\"error\":\"Words.\"}}",
        "{\"title\":\"Bad\",\"status\":400,\"detail\":\"Words.\"}",
        "{\"title\":\"Words.\",\"status\":400}",
        "{\"msg\":\"Words.\",\"code\":7}",
        "{\"errors\":[\"Words.\"]}",
        "{\"errors\":[{\"message\":\"Words.\"}]}",
        "{\"errors\":[{\"title\":\"Words.\"}]}",
        "{\"errors\":{\"purpose\":[\"Words.\"]}}",
        "{\"error_msg\":\"Words.\",\"error_code\":110}",
        "{\"errmsg\":\"Words.\"}",
        "{\"errorMessage\":\"Words.\"}",
        "{\"fault\":{\"faultstring\":\"Words.\",\"detail\":{\"errorcode\":\"c\"}}}",
        "{\"ResponseMetadata\":{\"RequestId\":\"r\",\"Error\":{\"Code\":\"C\",\"Message\":\"Words.\"}}}",
        "[{\"error\":{\"code\":400,\"message\":\"Words.\",\"status\":\"INVALID\"}}]",
        "[\"Words.\"]",
        "<?xml version=\"1.0\"?><Error><Code>NoSuch</Code><Message>Words.</Message></Error>",
        "<ErrorResponse><Error><Type>Sender</Type><Message>Words.</Message></Error></ErrorResponse>",
        "<html><head><title>Words.</title></head><body>lots</body></html>",
        "<!DOCTYPE html>\n<HTML><HEAD><TITLE lang=\"en\">\n Words.\n</TITLE></HEAD></HTML>",
        "<html><h1>Words.</h1></html>",
        "Words.",
        "{\"reasons\":\"Words.\"}",
        "{\"error\":{\"code\":\"C\",\"mess\":\"Words.",
      })
  void isFound(String body) {
    serverGives(reply(400, body));

    for (String provider : new String[] {"ark", "azure", "openai"}) {
      assertThat(failure(provider, LIST, null)).hasMessageContaining("Words.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"code\":\"C\",\"message\":\"M\"}         | C",
        "{\"error_code\":110,\"error_msg\":\"M\"}   | 110",
        "{\"__type\":\"Denied\",\"message\":\"M\"}  | Denied",
        "{\"error\":{\"code\":42,\"message\":\"M\"}}| 42",
        "{\"message\":\"M\"}                        | ``",
      })
  void comesWithItsCode(String body, String code) {
    serverGives(reply(400, body));

    assertThat(failure("ark", LIST, null).code()).isEqualTo(code.isEmpty() ? null : code);
  }

  @Test
  void isWithoutABodyIfThereIsNone() {
    serverGives(reply(400, ""));

    assertThat(failure("ark", LIST, null)).hasMessageContaining("without a body");
  }

  @Test
  void containsTheTargetOfARedirect() {
    serverGives(
        reply(302, "").withHeader("Location", "https://login.example/v1/files?next=fake-key-1"));

    ArkException failure = failure("openai", LIST, null);

    assertThat(failure)
        .hasMessageContaining("to https://login.example/v1/files?next=***")
        .hasMessageContaining("set baseUrl");
  }

  @Test
  void containsAzuresDetails() {
    serverGives(
        reply(
            400,
            "{\"error\":{\"code\":\"c\",\"message\":\"Words.\",\"target\":\"purpose\","
                + "\"details\":[{\"code\":\"d1\",\"message\":\"Detail.\"}],"
                + "\"innererror\":{\"code\":\"inner1\",\"innererror\":{\"code\":\"inner2\"}}}}"));

    ArkException failure = failure("azure", LIST, null);

    assertThat(failure)
        .hasMessageContaining("c: Words.; d1: Detail.; inner error inner1; inner error inner2");
    assertThat(failure.target()).isEqualTo("purpose");
    assertThat(failure.details())
        .containsExactly("d1: Detail.", "inner error inner1", "inner error inner2");
  }

  @Test
  void containsTheParameter() {
    serverGives(reply(400, "{\"error\":{\"message\":\"M\",\"type\":\"T\",\"param\":\"purpose\"}}"));

    ArkException failure = failure("openai", LIST, null);

    assertThat(failure.type()).isEqualTo("T");
    assertThat(failure.param()).isEqualTo("purpose");
    assertThat(failure).hasMessageContaining("parameter purpose");
  }

  @ParameterizedTest
  @CsvSource({"wrong, wrong key", "missing, the key is missing", "test-12, test-12 is no key"})
  void isNotMaskedByATooShortKey(String key, String text) {
    serverGives(reply(401, error("", text)));

    ArkException failure =
        call("openai", LIST + "&apiKey=" + key, null).getException(ArkException.class);

    assertThat(failure).hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource({"ark, baseUrl;", "openai, baseUrl;", "azure, baseUrl and apiVersion;"})
  void advisesWhatTheProviderHas(String provider, String options) {
    serverGives(reply(404, ""));

    assertThat(failure(provider, RETRIEVE, "file-1")).hasMessageContaining("check " + options);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 501})
  void repeatsTheFixWhereAzureHasNoResponses(int status) {
    serverGives(reply(status, error("404", "Resource not found")));

    assertThat(failure("azure", DELETE_RESPONSE, "resp_1"))
        .hasMessageContaining("has no Responses API")
        .hasMessageContaining("/openai/v1");
    assertThat(failure("azure", DELETE, "file-1").getMessage()).doesNotContain("Responses");
  }

  @ParameterizedTest
  @CsvSource({
    "401, &apiKey=endpoint-key-1, check apiKey of the endpoint",
    "401, '', check apiKey of the component",
    "403, '', it comes from apiKey of the component",
  })
  void namesTheSourceOfTheKey(int status, String option, String origin) {
    context.getComponent("ark", ArkComponent.class).getConfiguration().setApiKey("component-key");
    serverGives(reply(status, error("", "No.")));
    context
        .getComponent("ark", ArkComponent.class)
        .getConfiguration()
        .setBaseUrl(server().baseUrl());

    ArkException failure =
        context
            .createProducerTemplate()
            .send("ark:" + LIST + option, exchange -> {})
            .getException(ArkException.class);

    assertThat(failure).hasMessageContaining(origin);
  }
}
