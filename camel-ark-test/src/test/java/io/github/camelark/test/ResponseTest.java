// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

  private static final SettableClock CLOCK = new SettableClock();

  @RegisterExtension
  static final ArkSimulatorExtension EXTENSION =
      ArkSimulatorExtension.create(
          builder ->
              builder
                  .clock(CLOCK)
                  .responseTime(Duration.ofMinutes(1))
                  .storageLag(Duration.ofSeconds(5)));

  private static final String QUESTION = "{\"model\":\"m\",\"input\":\"Hello\"}";

  private final ArkSimulator simulator = EXTENSION.simulator();

  @BeforeEach
  void reset() {
    CLOCK.reset();
  }

  @Test
  void inputIsAnswered() {
    simulator.answerNext(OPENAI, SimulatedResponse.of("Hi."));

    ApiClient.Reply reply = create(OPENAI, "/responses", QUESTION);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .contains(
            "\"id\":\"resp_0001\",\"object\":\"response\"",
            "\"status\":\"completed\"",
            "{\"type\":\"output_text\",\"text\":\"Hi.\",\"annotations\":[]}",
            "\"usage\":{\"input_tokens\":10,\"output_tokens\":5,\"total_tokens\":15}")
        .doesNotContain("expire_at");
  }

  @Test
  void failureComesWithStatus200() {
    simulator.answerNext(AZURE, SimulatedResponse.failed("server_error"));

    ApiClient.Reply reply = create(AZURE, "/v1/responses", QUESTION);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .contains("\"status\":\"failed\"", "\"error\":{\"code\":\"server_error\"");
  }

  @Test
  void incompleteAnswerSaysWhy() {
    simulator.answerNext(ARK, SimulatedResponse.incomplete("Once", "max_output_tokens"));

    assertThat(create(ARK, "/responses", QUESTION).body())
        .contains("\"incomplete_details\":{\"reason\":\"max_output_tokens\"}");
  }

  @Test
  void responseIsFoundOnceItIsStored() {
    create(ARK, "/responses", QUESTION);

    ApiClient.Reply early = new ApiClient(simulator, ARK).get("/responses/resp_0001");
    CLOCK.advance(Duration.ofSeconds(5));
    ApiClient.Reply late = new ApiClient(simulator, ARK).get("/responses/resp_0001");

    assertThat(early.status()).isEqualTo(404);
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.body()).contains("\"status\":\"completed\"", "\"expire_at\":");
  }

  @Test
  void responseThatIsNotStoredYetIsNotDeleted() {
    create(ARK, "/responses", QUESTION);

    assertThat(new ApiClient(simulator, ARK).delete("/responses/resp_0001").status())
        .isEqualTo(404);
    CLOCK.advance(Duration.ofSeconds(5));
    assertThat(simulator.hasResponse(ARK, "resp_0001")).isTrue();
  }

  @Test
  void responseThatIsNotToBeStoredIsNeverFound() {
    create(OPENAI, "/responses", "{\"model\":\"m\",\"input\":\"x\",\"store\":false}");
    CLOCK.advance(Duration.ofMinutes(1));

    assertThat(simulator.hasResponse(OPENAI, "resp_0001")).isFalse();
  }

  @Test
  void backgroundResponseIsInProgressFirst() {
    String body = "{\"model\":\"m\",\"input\":\"x\",\"background\":true}";

    ApiClient.Reply created = create(OPENAI, "/responses", body);
    CLOCK.advance(Duration.ofMinutes(1));
    ApiClient.Reply later = new ApiClient(simulator, OPENAI).get("/responses/resp_0001");

    assertThat(created.body()).contains("\"status\":\"in_progress\"").doesNotContain("usage");
    assertThat(later.body()).contains("\"status\":\"completed\"", "\"usage\"");
  }

  @Test
  void fileThatIsStillProcessedCannotBeAskedAboutOnArk() {
    simulator.addFile(ARK, SimulatedFile.named("a.mp4").withStatus("processing"));

    ApiClient.Reply reply =
        create(
            ARK,
            "/responses",
            "{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":"
                + "\"input_file\",\"file_id\":\"file-0001\"}]}]}");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body()).contains("OperationDenied.InvalidState");
  }

  @Test
  void missingFileCannotBeAskedAbout() {
    assertThat(
            create(OPENAI, "/responses", "{\"model\":\"m\",\"input\":[{\"file_id\":\"x\"}]}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void missingPreviousResponseIsNamed() {
    ApiClient.Reply reply =
        create(
            OPENAI,
            "/responses",
            "{\"model\":\"m\",\"input\":\"x\",\"previous_response_id\":\"resp_9\"}");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).contains("previous_response_not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"input\":\"x\"}",
        "{\"model\":\"m\"}",
        "{\"model\":\" \",\"input\":\"x\"}",
        "{\"model\":\"m\",\"input\":\"x\",\"stream\":true}"
      })
  void questionThatIsNoneIsRefused(String body) {
    assertThat(create(OPENAI, "/responses", body).status()).isEqualTo(400);
  }

  private ApiClient.Reply create(SimulatedProvider provider, String path, String body) {
    return new ApiClient(simulator, provider)
        .post(path, "application/json", BodyPublishers.ofString(body));
  }
}
