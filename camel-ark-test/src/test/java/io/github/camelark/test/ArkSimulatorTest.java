// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.net.ConnectException;
import java.net.Socket;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArkSimulatorTest {

  @RegisterExtension
  static final ArkSimulatorExtension EXTENSION =
      ArkSimulatorExtension.create(builder -> builder.clock(new SettableClock()));

  private final ArkSimulator simulator = EXTENSION.simulator();

  @Test
  void baseUrlSuitsClientsOfTheProvider() {
    String server = "http://127.0.0.1:" + simulator.port();

    assertThat(simulator.baseUrl(ARK)).isEqualTo(server + "/api/v3");
    assertThat(simulator.baseUrl(AZURE)).isEqualTo(server);
    assertThat(simulator.baseUrl(OPENAI)).isEqualTo(server + "/v1");
  }

  @Test
  void eachProviderHasAKey() {
    assertThat(simulator.apiKey(ARK)).isEqualTo("simulator-ark-key");
    assertThat(simulator.apiKey(AZURE)).isEqualTo("simulator-azure-key");
    assertThat(simulator.apiKey(OPENAI)).isEqualTo("simulator-openai-key");
  }

  @Test
  void filesAreCreatedOneSecondApart() {
    simulator.addFiles(ARK, 3);

    assertThat(simulator.files(ARK))
        .extracting(SimulatedFile::id, SimulatedFile::createdAt)
        .containsExactly(
            tuple("file-0001", at("03:04:02")),
            tuple("file-0002", at("03:04:03")),
            tuple("file-0003", at("03:04:04")));
  }

  @Test
  void addedFileIsTheNewest() {
    simulator.addFiles(ARK, 2);

    SimulatedFile added = simulator.addFile(ARK);

    assertThat(simulator.files(ARK)).last().isEqualTo(added);
    assertThat(added.createdAt()).isEqualTo(SettableClock.START);
  }

  @Test
  void storedTimesAreWholeSeconds() {
    SimulatedFile file =
        simulator.addFile(ARK, SimulatedFile.named("a").withCreatedAt(at("03:04:05.678")));

    assertThat(file.createdAt()).isEqualTo(at("03:04:05"));
  }

  @Test
  void freeIdIsGiven() {
    simulator.addFile(ARK, SimulatedFile.named("a").withId("file-0001"));

    assertThat(simulator.addFile(ARK).id()).isEqualTo("file-0002");
  }

  @Test
  void idThatIsTakenIsRefused() {
    SimulatedFile file = simulator.addFile(ARK);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.addFile(ARK, file))
        .withMessage("there is a file with the id file-0001");
  }

  @Test
  void removingAnUnknownFileDoesNothing() {
    simulator.removeFile(ARK, "file-9");

    assertThat(simulator.files(ARK)).isEmpty();
  }

  @Test
  void resetForgetsEverything() {
    ApiClient ark = new ApiClient(simulator, ARK);
    simulator.addFile(ARK);
    String response = simulator.addResponse(ARK);
    simulator.requestsPerSecond(1);
    ark.get("/files");
    simulator.failNext(1, SimulatedFault.status(500));

    simulator.reset();

    assertThat(simulator.journal()).isEmpty();
    assertThat(simulator.files(ARK)).isEmpty();
    assertThat(simulator.hasResponse(ARK, response)).isFalse();
    assertThat(ark.get("/files").status()).isEqualTo(200);
    assertThat(ark.get("/files").status()).isEqualTo(200);
  }

  @Test
  void closedSimulatorStopsListening() {
    ArkSimulator own = ArkSimulator.start();
    int port = own.port();

    own.close();
    own.close();

    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket("127.0.0.1", port).close());
  }

  @Test
  void eachFileIsDeletedOnceByManyThreads() {
    simulator.addFiles(ARK, 200);
    ApiClient ark = new ApiClient(simulator, ARK);

    long deleted =
        IntStream.rangeClosed(1, 400)
            .parallel()
            .map(n -> ark.delete("/files/file-%04d".formatted(n % 200 + 1)).status())
            .filter(status -> status == 200)
            .count();

    assertThat(deleted).isEqualTo(200);
    assertThat(simulator.files(ARK)).isEmpty();
    assertThat(simulator.journal()).hasSize(400);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-02T" + time + "Z");
  }
}
