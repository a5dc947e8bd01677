// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is the same with every provider. */
class ProviderContractTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private static final Map<SimulatedProvider, String> REQUEST_ID_HEADERS =
      Map.of(
          SimulatedProvider.ARK, "X-Request-Id",
          SimulatedProvider.AZURE, "apim-request-id",
          SimulatedProvider.OPENAI, "x-request-id");

  private final ArkSimulator simulator = EXTENSION.simulator();

  @ParameterizedTest
  @EnumSource
  void storedFileIsRetrieved(SimulatedProvider provider) {
    SimulatedFile file = simulator.addFile(provider);

    ApiClient.Reply reply = client(provider).get(path(provider, "/files/" + file.id()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"id\":\"" + file.id() + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void storedFileIsListed(SimulatedProvider provider) {
    SimulatedFile file = simulator.addFile(provider);

    ApiClient.Reply reply = client(provider).get(path(provider, "/files"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"id\":\"" + file.id() + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void listTakesAPurpose(SimulatedProvider provider) {
    simulator.addFile(provider, SimulatedFile.named("a").withId("a").withPurpose("batch"));
    simulator.addFile(provider, SimulatedFile.named("b").withId("b").withPurpose("agent"));

    ApiClient.Reply reply = client(provider).get(path(provider, "/files?purpose=agent"));

    assertThat(reply.body()).contains("\"id\":\"b\"").doesNotContain("\"id\":\"a\"");
  }

  @ParameterizedTest
  @EnumSource
  void fileIsDeletedOnce(SimulatedProvider provider) {
    SimulatedFile file = simulator.addFile(provider);
    String path = path(provider, "/files/" + file.id());

    ApiClient.Reply first = client(provider).delete(path);
    ApiClient.Reply second = client(provider).delete(path);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body())
        .isEqualTo("{\"object\":\"file\",\"id\":\"file-0001\",\"deleted\":true}");
    assertThat(second.status()).isEqualTo(404);
    assertThat(simulator.hasFile(provider, file.id())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void responseIsDeletedOnce(SimulatedProvider provider) {
    String id = simulator.addResponse(provider);
    String path = path(provider, "/responses/" + id);

    ApiClient.Reply first = client(provider).delete(path);
    ApiClient.Reply second = client(provider).delete(path);

    assertThat(first.status()).isEqualTo(200);
    String object = provider == SimulatedProvider.AZURE ? "response.deleted" : "response";
    assertThat(first.body())
        .isEqualTo("{\"id\":\"resp_0001\",\"object\":\"%s\",\"deleted\":true}", object);
    assertThat(second.status()).isEqualTo(404);
    assertThat(simulator.hasResponse(provider, id)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void eachProviderHasItsOwnFiles(SimulatedProvider provider) {
    SimulatedFile file = simulator.addFile(provider);

    for (SimulatedProvider other : SimulatedProvider.values()) {
      assertThat(simulator.hasFile(other, file.id())).isEqualTo(other == provider);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongKeyIsRefused(SimulatedProvider provider) {
    String path = path(provider, "/files");

    ApiClient.Reply reply =
        ApiClient.send(
            client(provider)
                .anonymousRequest(path)
                .header("Authorization", "Bearer wrong")
                .header("api-key", "wrong"));

    assertThat(reply.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  void missingKeyIsRefused(SimulatedProvider provider) {
    String path = path(provider, "/files");

    ApiClient.Reply reply = ApiClient.send(client(provider).anonymousRequest(path));

    assertThat(reply.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  void wrongMethodIsRefused(SimulatedProvider provider) {
    ApiClient.Reply reply = client(provider).send("PUT", path(provider, "/files/file-1"));

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.body()).startsWith("{\"error\":{");
  }

  @ParameterizedTest
  @EnumSource
  void unknownPathIsNotFound(SimulatedProvider provider) {
    ApiClient.Reply reply = client(provider).get(path(provider, "/files/file-1/content"));

    assertThat(reply.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerHasARequestIdOfItsOwn(SimulatedProvider provider) {
    String header = REQUEST_ID_HEADERS.get(provider);

    String first = client(provider).get(path(provider, "/files")).header(header);
    String second = client(provider).get(path(provider, "/unknown")).header(header);

    assertThat(first).isNotEmpty();
    assertThat(second).isNotEmpty().isNotEqualTo(first);
  }

  private ApiClient client(SimulatedProvider provider) {
    return new ApiClient(simulator, provider);
  }

  private static String path(SimulatedProvider provider, String path) {
    return provider == AZURE ? "/v1" + path : path;
  }
}
