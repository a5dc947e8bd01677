// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatedAccountTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient ark = new ApiClient(simulator, ARK);

  @Test
  void keySelectsTheAccountOfAList() {
    simulator.addFile(ARK, SimulatedFile.named("mine.pdf"));
    SimulatedAccount second = simulator.account(ARK, "second");
    second.addFile(SimulatedFile.named("theirs.pdf"));

    assertThat(ark.get("/files").body()).contains("mine.pdf").doesNotContain("theirs.pdf");
    assertThat(send("GET", "/files", second.apiKey()).body())
        .contains("theirs.pdf")
        .doesNotContain("mine.pdf");
  }

  @Test
  void keyDeletesInItsOwnAccountOnly() {
    SimulatedAccount second = simulator.account(ARK, "second");
    String id = simulator.addFile(ARK).id();
    second.addFile();

    assertThat(send("DELETE", "/files/" + id, second.apiKey()).status()).isEqualTo(200);

    assertThat(second.hasFile(id)).isFalse();
    assertThat(simulator.hasFile(ARK, id)).isTrue();
  }

  @Test
  void accountIsCreatedOnce() {
    simulator.account(ARK, "second").addFile();

    assertThat(simulator.account(ARK, "second").files()).hasSize(1);
  }

  @Test
  void keyOfNoAccountIsRefused() {
    assertThat(send("GET", "/files", simulator.apiKey(ARK) + "-unknown").status()).isEqualTo(401);
  }

  @Test
  void keyOfAnotherProviderIsRefused() {
    String key = simulator.account(AZURE, "second").apiKey();

    assertThat(send("GET", "/files", key).status()).isEqualTo(401);
  }

  @Test
  void journalNamesTheAccountAndHidesTheKey() {
    SimulatedAccount second = simulator.account(ARK, "second");

    ark.get("/files");
    send("GET", "/files", second.apiKey());
    send("GET", "/files", "wrong");

    assertThat(simulator.journal())
        .extracting(RecordedRequest::account)
        .containsExactly("default", "second", null);
    assertThat(simulator.journal().toString()).doesNotContain(second.apiKey());
  }

  @Test
  void faultsCanBeOfOneAccount() {
    SimulatedAccount second = simulator.account(ARK, "second");
    simulator.failNext(
        1, request -> "second".equals(request.account()), SimulatedFault.status(503));

    assertThat(ark.get("/files").status()).isEqualTo(200);
    assertThat(send("GET", "/files", second.apiKey()).status()).isEqualTo(503);
  }

  @Test
  void eachAccountHasItsOwnRate() {
    SimulatedAccount second = simulator.account(ARK, "second");
    simulator.requestsPerSecond(1);

    assertThat(ark.get("/files").status()).isEqualTo(200);
    assertThat(send("GET", "/files", second.apiKey()).status()).isEqualTo(200);
  }

  @Test
  void resetRemovesFilesAndOtherKeys() {
    SimulatedAccount second = simulator.account(ARK, "second");
    String key = second.apiKey();
    second.addFile();

    simulator.reset();

    assertThat(send("GET", "/files", key).status()).isEqualTo(401);
    assertThat(second.files()).isEmpty();
  }

  @Test
  void nameUnfitForAKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.account(ARK, "a b"))
        .withMessageContaining("a b");
  }

  private ApiClient.Reply send(String method, String path, String key) {
    return ApiClient.send(
        ark.anonymousRequest(path)
            .header("Authorization", "Bearer " + key)
            .method(method, BodyPublishers.noBody()));
  }
}
