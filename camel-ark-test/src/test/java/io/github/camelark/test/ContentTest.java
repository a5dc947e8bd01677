// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContentTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private static final SimulatedFile OUTPUT =
      SimulatedFile.named("output.jsonl").withPurpose("batch_output");

  private final ArkSimulator simulator = EXTENSION.simulator();

  @Test
  void contentOfAStoredFileIsDownloaded() {
    simulator.addFile(OPENAI, OUTPUT, "a\nb\n".getBytes(UTF_8));

    ApiClient.Reply reply = new ApiClient(simulator, OPENAI).get("/files/file-0001/content");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(reply.body()).isEqualTo("a\nb\n");
    assertThat(simulator.files(OPENAI).get(0).bytes()).isEqualTo(4);
  }

  @Test
  void uploadedFileIsDownloaded() {
    Form.of("assistants")
        .file("a.txt", "hello".getBytes(UTF_8))
        .upload(simulator, AZURE, "/v1/files");

    ApiClient.Reply reply = new ApiClient(simulator, AZURE).get("/v1/files/file-0001/content");

    assertThat(reply.body()).isEqualTo("hello");
  }

  @Test
  void inputsAreNotDownloadedFromOpenAi() {
    Form.of("user_data").file("a.txt", "hello".getBytes(UTF_8)).upload(simulator, OPENAI, "/files");

    ApiClient.Reply reply = new ApiClient(simulator, OPENAI).get("/files/file-0001/content");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("Not allowed to download files of purpose: user_data");
  }

  @Test
  void missingFileHasNoContent() {
    ApiClient.Reply reply = new ApiClient(simulator, OPENAI).get("/files/file-9/content");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).contains("No such File object: file-9");
  }

  @Test
  void arkHasNoDownload() {
    simulator.addFile(ARK, OUTPUT, "a".getBytes(UTF_8));

    assertThat(new ApiClient(simulator, ARK).get("/files/file-0001/content").status())
        .isEqualTo(404);
  }

  @Test
  void slowBodyComesWhole() {
    simulator.addFile(OPENAI, OUTPUT, new byte[10_000]);
    simulator.failNext(1, SimulatedFault.slowBody(Duration.ofMillis(100)));

    ApiClient.Reply reply = new ApiClient(simulator, OPENAI).get("/files/file-0001/content");

    assertThat(reply.body()).hasSize(10_000);
  }
}
