// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournalTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient ark = new ApiClient(simulator, ARK);

  @Test
  void requestIsRecordedAsSent() {
    ark.get("/files/a%20b?x=%2F");

    RecordedRequest request = onlyRequest();

    assertThat(request.provider()).isEqualTo(ARK);
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/api/v3/files/a%20b");
    assertThat(request.query()).isEqualTo("x=%2F");
    assertThat(request.status()).isEqualTo(404);
  }

  @Test
  void requestMayHaveNoQuery() {
    ark.get("/files");

    assertThat(onlyRequest().query()).isNull();
  }

  @Test
  void requestsAreInOrderOfArrival() {
    ark.get("/files");
    ark.delete("/files/file-1");
    ark.get("/unknown");

    assertThat(simulator.journal())
        .extracting(RecordedRequest::status)
        .containsExactly(200, 404, 404);
  }

  @Test
  void requestThatMeetsAFaultIsRecorded() {
    simulator.failNext(1, SimulatedFault.status(503));
    ark.get("/files");

    assertThat(onlyRequest().status()).isEqualTo(503);
  }

  @Test
  void requestWithoutAnAnswerHasTheStatusZero() throws IOException {
    simulator.failNext(1, SimulatedFault.connectionReset());
    RawConnection.send(simulator, "GET", "/api/v3/files");

    assertThat(onlyRequest().status()).isZero();
  }

  @Test
  void requestToNoProviderIsRecorded() throws IOException {
    RawConnection.sendLast(simulator, "GET", "/elsewhere");

    RecordedRequest request = onlyRequest();

    assertThat(request.provider()).isNull();
    assertThat(request.path()).isEqualTo("/elsewhere");
    assertThat(request.status()).isEqualTo(404);
  }

  @Test
  void headerIsFoundInAnyCase() {
    ApiClient.send(ark.request("/files").header("X-Client-Request-Id", "mine"));

    RecordedRequest request = onlyRequest();

    assertThat(request.header("x-client-request-ID")).isEqualTo("mine");
    assertThat(request.headers().get("X-CLIENT-REQUEST-ID")).containsExactly("mine");
    assertThat(request.header("absent")).isNull();
  }

  @Test
  void repeatedHeaderHasAllItsValues() {
    ApiClient.send(ark.request("/files").header("X-Many", "one").header("X-Many", "two"));

    assertThat(onlyRequest().headers().get("x-many")).isEqualTo(List.of("one", "two"));
  }

  @Test
  void bearerKeyIsHidden() {
    ark.get("/files");

    assertThat(onlyRequest().header("Authorization")).isEqualTo("Bearer ***");
    assertThat(simulator.journal().toString()).doesNotContain(simulator.apiKey(ARK));
  }

  @Test
  void apiKeyIsHidden() {
    new ApiClient(simulator, AZURE).get("/v1/files");

    assertThat(onlyRequest().header("api-key")).isEqualTo("***");
    assertThat(simulator.journal().toString()).doesNotContain(simulator.apiKey(AZURE));
  }

  @Test
  void clearedJournalIsEmpty() {
    ark.get("/files");

    simulator.clearJournal();

    assertThat(simulator.journal()).isEmpty();
  }

  private RecordedRequest onlyRequest() {
    assertThat(simulator.journal()).hasSize(1);
    return simulator.journal().get(0);
  }
}
