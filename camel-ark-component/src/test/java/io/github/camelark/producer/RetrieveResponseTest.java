// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkResponse;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.test.SimulatedResponse;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrieveResponseTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "ARK, '', /api/v3/responses/resp_0001,",
    "AZURE, &apiVersion=2025-03-01-preview, /openai/responses/resp_0001,"
        + " api-version=2025-03-01-preview",
    "OPENAI, '', /v1/responses/resp_0001,"
  })
  void isOneRequest(SimulatedProvider provider, String options, String path, String query) {
    simulator().addResponse(provider);

    call(uri(provider, "responses?operation=retrieve" + options), "resp_0001", Map.of());

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("GET", path, query);
  }

  @Test
  void returnsTheResponse() {
    simulator().answerNext(OPENAI, SimulatedResponse.of("42"));
    String id = simulator().addResponse(OPENAI);

    Message answer = call(uri(OPENAI, "responses?operation=retrieve"), id, Map.of());

    ArkResponse response = answer.getBody(ArkResponse.class);
    assertThat(response.id()).isEqualTo(id);
    assertThat(response.text()).isEqualTo("42");
    assertThat(answer.getBody(String.class)).isEqualTo(response.json());
  }

  @Test
  void setsHeaders() {
    String id = simulator().addResponse(ARK);

    Message answer = call(ark("responses?operation=retrieve&responseId=" + id));

    assertThat(answer.getHeaders())
        .containsEntry(ArkConstants.RESPONSE_ID, id)
        .containsEntry(ArkConstants.RESPONSE_STATUS, "completed")
        .containsEntry(ArkConstants.INPUT_TOKENS, 10L)
        .containsEntry(ArkConstants.OUTPUT_TOKENS, 5L)
        .containsKey(ArkConstants.REQUEST_ID);
  }

  @Test
  void failedResponseIsData() {
    simulator().answerNext(ARK, SimulatedResponse.failed("server_error"));
    String id = simulator().addResponse(ARK);

    Message answer = call(ark("responses?operation=retrieve"), id, Map.of());

    assertThat(answer.getBody(ArkResponse.class).status()).isEqualTo("failed");
  }

  @Test
  void bodyOfTheNextStepNamesTheResponse() {
    String id = simulator().addResponse(ARK);
    Message answer = call(ark("responses?operation=retrieve"), id, Map.of());

    Message deletion = call(ark("responses?operation=delete"), answer.getBody(), Map.of());

    assertThat(deletion.getBody(ArkDeletion.class).id()).isEqualTo(id);
    assertThat(simulator().hasResponse(ARK, id)).isFalse();
  }

  @Test
  void missingResponseIsNotFound() {
    simulator().addResponse(ARK);

    assertThat(
            failure(
                    ArkNotFoundException.class,
                    ark("responses?operation=retrieve"),
                    "resp_9999",
                    Map.of())
                .resourceId())
        .isEqualTo("resp_9999");
  }

  @Test
  void anotherResponseIsRefused() {
    String id = simulator().addResponse(ARK);
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                200, "application/json", "{\"id\":\"resp_x\",\"status\":\"completed\"}"));

    assertThat(
            failure(
                ArkProtocolException.class,
                ark("responses?operation=retrieve&maxRetries=0"),
                id,
                Map.of()))
        .hasMessageContaining("the reply is about 'resp_x'");
  }
}
