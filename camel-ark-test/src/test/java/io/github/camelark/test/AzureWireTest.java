// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the API of Azure OpenAI looks on the wire. */
class AzureWireTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private static final String STABLE = "?api-version=2024-10-21";
  private static final String PREVIEW = "?api-version=2025-04-01-preview";

  private static final SimulatedFile DEMO =
      SimulatedFile.named("demo.jsonl")
          .withId("file-1")
          .withPurpose("batch")
          .withBytes(601)
          .withCreatedAt(Instant.parse("2026-01-01T00:00:00Z"));

  private static final String DEMO_JSON =
      "{\"object\":\"file\",\"id\":\"file-1\",\"purpose\":\"batch\","
          + "\"filename\":\"demo.jsonl\",\"bytes\":601,\"created_at\":1767225600,"
          + "\"status\":\"processed\",\"status_details\":null}";

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient azure = new ApiClient(simulator, AZURE);

  @Test
  void datedListHasNoBounds() {
    simulator.addFile(AZURE, DEMO);

    assertThat(azure.get("/files" + STABLE).body())
        .isEqualTo("{\"object\":\"list\",\"data\":[" + DEMO_JSON + "]}");
  }

  @Test
  void v1ListHasBoundsAndIsWhole() {
    simulator.addFile(AZURE, DEMO);

    assertThat(azure.get("/v1/files").body())
        .isEqualTo(
            "{\"object\":\"list\",\"data\":["
                + DEMO_JSON
                + "],\"first_id\":\"file-1\",\"last_id\":\"file-1\",\"has_more\":false}");
  }

  @Test
  void listIgnoresPagingParameters() {
    simulator.addFiles(AZURE, 3);

    ApiClient.Reply reply =
        azure.get("/files" + STABLE + "&limit=1&order=sideways&after=file-0001");

    assertThat(reply.body()).contains("file-0001", "file-0002", "file-0003");
  }

  @ParameterizedTest
  @CsvSource({"processing,running", "active,processed", "failed,error", "deleted,deleted"})
  void statusIsInAzuresWords(String status, String word) {
    simulator.addFile(AZURE, DEMO.withStatus(status));

    assertThat(azure.get("/files/file-1" + STABLE).body()).contains("\"status\":\"" + word + "\"");
  }

  @Test
  void failedFileHasDetails() {
    simulator.addFile(AZURE, DEMO.withStatus("failed"));

    assertThat(azure.get("/files/file-1" + STABLE).body())
        .endsWith("\"status_details\":\"The file could not be processed.\"}");
  }

  @Test
  void expiryIsToldByV1Only() {
    simulator.addFile(AZURE, DEMO.withExpireAt(Instant.parse("2100-01-01T00:00:00Z")));

    assertThat(azure.get("/v1/files/file-1").body()).contains("\"expires_at\":4102444800");
    assertThat(azure.get("/files/file-1" + STABLE).body()).doesNotContain("expires_at");
  }

  @Test
  void missingVersionIsAnUnknownResource() {
    ApiClient.Reply reply = azure.get("/files");

    assertUnknownResource(reply);
  }

  @Test
  void unknownPathIsAnUnknownResource() {
    assertUnknownResource(azure.get("/unknown" + STABLE));
  }

  @Test
  void responsesNeedAPreviewVersion() {
    String id = simulator.addResponse(AZURE);

    ApiClient.Reply stable = azure.delete("/responses/" + id + STABLE);
    ApiClient.Reply preview = azure.delete("/responses/" + id + PREVIEW);

    assertUnknownResource(stable);
    assertThat(preview.status()).isEqualTo(200);
  }

  @Test
  void unknownFileIsNotFound() {
    ApiClient.Reply reply = azure.delete("/files/file-9" + STABLE);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":{\"code\":\"notFound\","
                + "\"message\":\"The specified file file-9 is not found.\"}}");
  }

  @Test
  void wrongKeyIsUnauthorized() {
    ApiClient.Reply reply =
        ApiClient.send(azure.anonymousRequest("/files" + STABLE).header("api-key", "wrong"));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).contains("\"code\":\"unauthorized\"");
  }

  @Test
  void invalidRequestHasAnInnerError() {
    simulator.failNext(1, SimulatedFault.status(400));

    assertThat(azure.get("/files" + STABLE).body())
        .isEqualTo(
            "{\"error\":{\"code\":\"invalidPayload\",\"message\":\"A simulated fault.\","
                + "\"innererror\":{\"code\":\"invalidPayload\"}}}");
  }

  private static void assertUnknownResource(ApiClient.Reply reply) {
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body())
        .isEqualTo("{\"error\":{\"code\":\"404\",\"message\":\"Resource not found\"}}");
  }
}
