// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the id of a model response comes from. */
class ResponseIdSourceTest extends RouteTestSupport {

  @BeforeEach
  void oneResponse() {
    simulator().addResponse(ARK);
  }

  @Test
  void isTheHeader() {
    call(ark("responses?operation=delete"), "any text", Map.of("CamelArkResponseId", "resp_0001"));

    assertThat(simulator().hasResponse(ARK, "resp_0001")).isFalse();
  }

  @Test
  void isTheOption() {
    call(ark("responses?operation=delete&responseId=resp_0001"), "any text", Map.of());

    assertThat(simulator().hasResponse(ARK, "resp_0001")).isFalse();
  }

  @Test
  void isTheBody() {
    call(ark("responses?operation=delete"), "resp_0001".getBytes(StandardCharsets.UTF_8), Map.of());

    assertThat(simulator().hasResponse(ARK, "resp_0001")).isFalse();
  }

  @Test
  void isRefusedIfHeaderAndOptionDiffer() {
    ArkRequestException refusal =
        refusal(
            ark("responses?operation=delete&responseId=resp_0001"),
            null,
            Map.of("CamelArkResponseId", "resp_0002"));

    assertThat(refusal)
        .hasMessageContainingAll("CamelArkResponseId", "resp_0002", "responseId", "resp_0001");
  }

  @Test
  void isRefusedIfHeaderAndATextThatIsAnIdDiffer() {
    ArkRequestException refusal =
        refusal(
            ark("responses?operation=delete"),
            "resp_0001",
            Map.of("CamelArkResponseId", "resp_0002"));

    assertThat(refusal).hasMessageContainingAll("CamelArkResponseId", "resp_0002", "resp_0001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "option", "body"})
  void mayHave4096Characters(String place) {
    String id = "resp_" + "b=".repeat(2_045) + "b";

    sendIn(place, id);

    assertThat(simulator().journal())
        .extracting(RecordedRequest::path)
        .containsExactly("/api/v3/responses/" + id.replace("=", "%3D"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "body"})
  void isRefusedBeyondThat(String place) {
    Exchange exchange = sendIn(place, "resp_" + "b".repeat(4_092));

    assertThat(exchange.getException())
        .isExactlyInstanceOf(ArkRequestException.class)
        .hasMessageContainingAll("longer than 4096 characters");
    assertThat(simulator().journal()).isEmpty();
  }

  private Exchange sendIn(String place, String id) {
    return switch (place) {
      case "header" ->
          send(ark("responses?operation=delete"), null, Map.of("CamelArkResponseId", id));
      case "option" -> send(ark("responses?operation=delete&responseId=RAW(" + id + ")"), null);
      default -> send(ark("responses?operation=delete"), id);
    };
  }

  @Test
  void isRefusedIfMissing() {
    ArkRequestException refusal = refusal(ark("responses?operation=delete"), null, Map.of());

    assertThat(refusal).hasMessageContainingAll("CamelArkResponseId", "responseId");
  }

  @Test
  void isNotTheIdOfAFile() throws IOException {
    ArkFile file = ArkFile.fromJson("{\"id\":\"file-1\"}".getBytes(StandardCharsets.UTF_8));

    ArkRequestException refusal =
        refusal(ark("responses?operation=delete"), file, Map.of("CamelArkFileId", "file-1"));

    assertThat(refusal).hasMessageContaining("CamelArkResponseId");
  }
}
