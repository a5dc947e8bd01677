// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkResponse;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.test.SimulatedResponse;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateResponseTest extends RouteTestSupport {

  private static final String QUESTION = "{\"model\":\"doubao-seed-1-8\",\"input\":\"2+2?\"}";
  private static final String CREATE = "responses?operation=create";

  @ParameterizedTest
  @CsvSource({
    "ARK, '', /api/v3/responses,",
    "AZURE, &apiVersion=2025-03-01-preview, /openai/responses, api-version=2025-03-01-preview",
    "OPENAI, '', /v1/responses,"
  })
  void isOneRequest(SimulatedProvider provider, String options, String path, String query) {
    call(uri(provider, CREATE + options), QUESTION, Map.of());

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("POST", path, query);
    assertThat(simulator().journal().get(0).header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void bodyAndHeadersBecomeTheAnswer() {
    simulator().answerNext(ARK, SimulatedResponse.of("4"));

    Message answer = call(ark(CREATE), QUESTION, Map.of());

    ArkResponse response = answer.getBody(ArkResponse.class);
    assertThat(response.text()).isEqualTo("4");
    assertThat(response.model()).isEqualTo("doubao-seed-1-8");
    assertThat(answer.getHeaders())
        .containsEntry(ArkConstants.RESPONSE_ID, response.id())
        .containsEntry(ArkConstants.RESPONSE_STATUS, "completed")
        .containsEntry(ArkConstants.OUTPUT_TOKENS, 5L);
  }

  private static Stream<Object> questions() {
    return Stream.of(
        QUESTION,
        new StringBuilder(QUESTION),
        QUESTION.getBytes(UTF_8),
        Map.of("model", "doubao-seed-1-8", "input", "2+2?"),
        JsonNodeFactory.instance.objectNode().put("model", "doubao-seed-1-8").put("input", "x"),
        new ByteArrayInputStream(QUESTION.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void takesTheJsonOfTheApiInEveryForm(Object question) {
    ArkResponse response = call(ark(CREATE), question, Map.of()).getBody(ArkResponse.class);

    assertThat(response.model()).isEqualTo("doubao-seed-1-8");
  }

  private static Stream<Object> noQuestions() {
    Map<String, Object> endless = new HashMap<>();
    endless.put("self", endless);
    return Stream.of(
        "",
        "text",
        "[]",
        "{\"model\":1} {}",
        "{\"model\":",
        "null",
        "{\"model\":\"a\",\"stream\":true}",
        "{\"stream\":false,\"stream\":true}",
        Map.of("stream", true),
        List.of(QUESTION),
        new Object(),
        endless);
  }

  @ParameterizedTest
  @MethodSource("noQuestions")
  void refusesWhatIsNoQuestionBeforeAnyRequest(Object body) {
    assertThat(refusal(ark(CREATE), body, Map.of())).hasMessageContaining("nothing was sent");
  }

  @Test
  void refusalDoesNotQuoteTheQuestion() {
    assertThat(refusal(ark(CREATE), "{\"input\":secret}", Map.of()))
        .hasMessageContaining("the body is not JSON at line 1, column")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void refusesWhatTheApiAnsweredAsAQuestion() throws Exception {
    refusal(ark(CREATE), ArkDeletion.fromJson("{\"id\":\"a\"}".getBytes(UTF_8)), Map.of());
    refusal(ark(CREATE), null, Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "server_error, ArkUnavailableException",
    "rate_limit_exceeded, ArkUnavailableException",
    "insufficient_quota, ArkQuotaException",
    "invalid_prompt, ArkRequestException"
  })
  void failedResponseFailsTheExchangeThoughTheStatusIs200(String code, String type) {
    simulator().answerNext(OPENAI, SimulatedResponse.failed(code));

    ArkException failure =
        send(uri(OPENAI, CREATE), QUESTION, Map.of()).getException(ArkException.class);

    assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
    assertThat(failure.resourceId()).isEqualTo("resp_0001");
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.mayHaveBeenExecuted()).isTrue();
    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void incompleteResponseIsData() {
    simulator().answerNext(ARK, SimulatedResponse.incomplete("4", "max_output_tokens"));

    ArkResponse response = call(ark(CREATE), QUESTION, Map.of()).getBody(ArkResponse.class);

    assertThat(response.incompleteReason()).isEqualTo("max_output_tokens");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void possiblePaidResponseIsNotGeneratedTwice(int status) {
    simulator().failNext(1, SimulatedFault.status(status));

    failure(ArkUnavailableException.class, ark(CREATE), QUESTION, Map.of());

    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void lostAnswerIsNotRepeated() {
    simulator().failNext(1, SimulatedFault.executedThenReset());

    ArkUnavailableException failure =
        failure(ArkUnavailableException.class, ark(CREATE), QUESTION, Map.of());

    assertThat(failure.mayHaveBeenExecuted()).isTrue();
    assertThat(failure).hasMessageContaining("the response may have been generated and charged");
    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void refusalOfTooManyIsRepeated() {
    simulator().failNext(1, SimulatedFault.status(429));

    call(ark(CREATE), QUESTION, Map.of());

    assertThat(simulator().journal()).hasSize(2);
  }

  @Test
  void serviceThatAsksToWaitIsAskedAgain() {
    simulator().failNext(1, SimulatedFault.status(503).withHeader("retry-after-ms", "1"));

    call(ark(CREATE), QUESTION, Map.of());

    assertThat(simulator().journal()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "OPENAI|{'code':'model_not_found','message':'The model x does not exist'}",
        "AZURE|{'code':'DeploymentNotFound','message':'The API deployment does not exist.'}",
        "ARK|{'code':'InvalidEndpointOrModel.NotFound','message':'The model x does not exist'}",
        "OPENAI|{'code':'previous_response_not_found','message':'No response resp_1'}"
      })
  void whatTheQuestionNamesAndIsMissingIsAFaultOfTheMessage(
      SimulatedProvider provider, String error) {
    notFound(error);

    failure(
        ArkRequestException.class,
        uri(provider, CREATE + "&apiVersion=2025-03-01-preview"),
        QUESTION,
        Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'code':'unknown_url','message':'Unknown request URL: POST /responses'}",
        "{'code':'404','message':'Resource not found'}"
      })
  void wrongAddressIsNoFaultOfTheMessage(String error) {
    notFound(error);

    failure(ArkProtocolException.class, uri(OPENAI, CREATE), QUESTION, Map.of());
  }

  @Test
  void fileThatIsNotReadyIsTransient() {
    simulator().failNext(1, SimulatedFault.status(403, "OperationDenied.InvalidState"));

    assertThat(
            failure(ArkUnavailableException.class, ark(CREATE), QUESTION, Map.of()).isTransient())
        .isTrue();
  }

  private static void notFound(String error) {
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                404, "application/json", ("{'error':" + error + "}").replace('\'', '"')));
  }
}
