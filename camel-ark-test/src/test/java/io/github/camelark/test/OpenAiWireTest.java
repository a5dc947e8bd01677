// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How OpenAI's API looks on the wire. */
class OpenAiWireTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private static final SimulatedFile DEMO =
      SimulatedFile.named("demo.pdf")
          .withId("file-1")
          .withCreatedAt(Instant.parse("2026-01-01T00:00:00Z"));

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient openAi = new ApiClient(simulator, OPENAI);

  @Test
  void fileWithoutExpiryHasNone() {
    simulator.addFile(OPENAI, DEMO);

    assertThat(openAi.get("/files/file-1").body())
        .isEqualTo(
            "{\"object\":\"file\",\"id\":\"file-1\",\"purpose\":\"user_data\","
                + "\"filename\":\"demo.pdf\",\"bytes\":1024,\"created_at\":1767225600,"
                + "\"expires_at\":null,\"status\":\"processed\"}");
  }

  @Test
  void fileMayExpire() {
    simulator.addFile(OPENAI, DEMO.withExpireAt(Instant.parse("2100-01-01T00:00:00Z")));

    assertThat(openAi.get("/files/file-1").body()).contains("\"expires_at\":4102444800");
  }

  @ParameterizedTest
  @CsvSource({"processing,uploaded", "active,processed", "failed,error"})
  void statusIsInOpenAisWords(String status, String word) {
    simulator.addFile(OPENAI, DEMO.withStatus(status));

    assertThat(openAi.get("/files/file-1").body()).contains("\"status\":\"" + word + "\"");
  }

  @Test
  void listIsOfKindList() {
    assertThat(openAi.get("/files").body())
        .isEqualTo(
            "{\"object\":\"list\",\"data\":[],\"first_id\":null,\"last_id\":null,"
                + "\"has_more\":false}");
  }

  @Test
  void pageHoldsTenThousandFiles() {
    simulator.addFiles(OPENAI, 10_001);

    ApiClient.Reply reply = openAi.get("/files");

    assertThat(reply.body().split("\"object\":\"file\"", -1)).hasSize(10_001);
    assertThat(reply.body()).endsWith("\"has_more\":true}");
  }

  @Test
  void largerLimitIsInvalid() {
    ApiClient.Reply reply = openAi.get("/files?limit=10001");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":{\"message\":\"limit must be from 1 to 10000, not 10001.\","
                + "\"type\":\"invalid_request_error\",\"param\":\"limit\",\"code\":null}}");
  }

  @Test
  void unknownFileIsNotFound() {
    ApiClient.Reply reply = openAi.get("/files/x");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":{\"message\":\"No such File object: x\","
                + "\"type\":\"invalid_request_error\",\"param\":\"id\",\"code\":null}}");
  }

  @Test
  void unknownPathIsAnInvalidUrl() {
    ApiClient.Reply reply = openAi.get("/x");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":{\"message\":\"Invalid URL (GET /v1/x)\","
                + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
  }

  @Test
  void missingKeyIsInvalid() {
    ApiClient.Reply reply = ApiClient.send(openAi.anonymousRequest("/files"));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).contains("\"code\":\"invalid_api_key\"");
  }
}
