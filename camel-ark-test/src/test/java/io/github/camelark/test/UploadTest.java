// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UploadTest {

  @RegisterExtension
  static final ArkSimulatorExtension EXTENSION =
      ArkSimulatorExtension.create(
          builder -> builder.storageQuotaBytes(10).processingTime(Duration.ofHours(1)));

  private final ArkSimulator simulator = EXTENSION.simulator();

  @Test
  void fileIsStoredWithItsPurposeNameAndSize() {
    ApiClient.Reply reply = upload(ARK, "/files", "12345");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"status\":\"processing\"");
    SimulatedFile stored = simulator.files(ARK).get(0);
    assertThat(stored.filename()).isEqualTo("demo.txt");
    assertThat(stored.purpose()).isEqualTo("user_data");
    assertThat(stored.mimeType()).isEqualTo("text/plain");
    assertThat(stored.bytes()).isEqualTo(5);
  }

  @Test
  void fileThatFillsTheQuotaIsStored() {
    upload(ARK, "/files", "12345");

    assertThat(upload(ARK, "/files", "67890").status()).isEqualTo(200);
  }

  @Test
  void fileBeyondTheQuotaOfArkIsDenied() {
    upload(ARK, "/files", "1234567890");

    ApiClient.Reply reply = upload(ARK, "/files", "1");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body())
        .contains("\"code\":\"OperationDenied.FileQuotaExceeded\"", "\"type\":\"Forbidden\"");
  }

  @Test
  void fileBeyondTheQuotaOfAzureIsDenied() {
    ApiClient.Reply reply = upload(AZURE, "/files?api-version=2024-10-21", "12345678901");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"code\":\"quotaExceeded\"");
  }

  @Test
  void fileBeyondTheQuotaOfOpenAiIsDenied() {
    assertThat(upload(OPENAI, "/files", "12345678901").status()).isEqualTo(400);
  }

  @Test
  void deletedFileMakesRoom() {
    upload(ARK, "/files", "1234567890");
    simulator.removeFile(ARK, "file-0001");

    assertThat(upload(ARK, "/files", "1").status()).isEqualTo(200);
  }

  @Test
  void testMayStoreBeyondTheQuota() {
    SimulatedFile file = simulator.addFile(ARK, SimulatedFile.named("big").withBytes(1L << 40));

    assertThat(simulator.hasFile(ARK, file.id())).isTrue();
    assertThat(upload(ARK, "/files", "").status()).isEqualTo(403);
  }

  @Test
  void uploadToAzureCreatesAFile() {
    assertThat(upload(AZURE, "/files?api-version=2024-10-21", "1").status()).isEqualTo(201);
    assertThat(upload(AZURE, "/v1/files", "1").status()).isEqualTo(200);
  }

  @Test
  void uploadWithoutAFileIsInvalid() {
    ApiClient.Reply reply =
        new ApiClient(simulator, ARK)
            .post("/files", "application/json", BodyPublishers.ofString("{}"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"param\":\"file\"");
  }

  private ApiClient.Reply upload(SimulatedProvider provider, String path, String content) {
    String body =
        """
        --limit
        Content-Disposition: form-data; name="purpose"

        %s
        --limit
        Content-Disposition: form-data; name="file"; filename="demo.txt"
        Content-Type: text/plain

        %s
        --limit--
        """
            .formatted(provider == AZURE ? "assistants" : "user_data", content)
            .replace("\n", "\r\n");
    return new ApiClient(simulator, provider)
        .post(path, "multipart/form-data; boundary=limit", BodyPublishers.ofString(body));
  }
}
