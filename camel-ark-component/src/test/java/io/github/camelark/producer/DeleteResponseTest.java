// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedProvider;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteResponseTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "ARK, '', /api/v3/responses/resp_0001,",
    "AZURE, &apiVersion=2025-03-01-preview, /openai/responses/resp_0001,"
        + " api-version=2025-03-01-preview",
    "OPENAI, '', /v1/responses/resp_0001,"
  })
  void deletesAModelResponse(
      SimulatedProvider provider, String options, String path, String query) {
    String id = simulator().addResponse(provider);

    Message answer = call(uri(provider, "responses?operation=delete" + options), id, Map.of());

    assertThat(simulator().hasResponse(provider, id)).isFalse();
    assertThat(answer.getBody(ArkDeletion.class).outcome()).isEqualTo(ArkDeletion.Outcome.DELETED);
    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("DELETE", path, query);
  }

  @Test
  void deletesAModelResponseOfAzuresVersion1() {
    String id = simulator().addResponse(AZURE);

    call(
        "ark:responses?operation=delete&provider=azure&baseUrl=%s/openai/v1&apiKey=%s"
            .formatted(simulator().baseUrl(AZURE), simulator().apiKey(AZURE)),
        id,
        Map.of());

    assertThat(simulator().hasResponse(AZURE, id)).isFalse();
  }

  @Test
  void setsHeaders() {
    String id = simulator().addResponse(ARK);

    Message answer = call(ark("responses?operation=delete"), id, Map.of());

    assertThat(answer.getHeaders())
        .containsEntry("CamelArkResponseId", id)
        .containsEntry("CamelArkDeleted", true)
        .containsEntry("CamelArkDeletionOutcome", "DELETED")
        .containsKey("CamelArkRequestId")
        .doesNotContainKey("CamelArkFileId");
  }

  @Test
  void missingResponseFails() {
    ArkNotFoundException failure =
        failure(
            ArkNotFoundException.class, ark("responses?operation=delete"), "resp_9999", Map.of());

    assertThat(failure.operation()).isEqualTo("responses delete");
    assertThat(failure.resourceId()).isEqualTo("resp_9999");
  }
}
