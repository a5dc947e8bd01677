// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownRouteTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient openAi = new ApiClient(simulator, OPENAI);

  @Test
  void pathOfNoProviderIsAnsweredInTheChosenWords() {
    simulator.unknownRoutes(UnknownRoute.OPENAI_UNKNOWN_URL);

    ApiClient.Reply reply = openAi.send("DELETE", "-elsewhere/files/file-1");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body())
        .contains(
            "\"code\":\"unknown_url\"", "Unknown request URL: DELETE /v1-elsewhere/files/file-1.");
  }

  @Test
  void pathUnknownToItsProviderIsAnsweredInTheChosenWords() {
    simulator.unknownRoutes(UnknownRoute.ARK_PATH_NOT_FOUND);

    assertThat(new ApiClient(simulator, ARK).get("/models").body())
        .contains("\"code\":\"PathNotFound\"");
  }

  @Test
  void knownPathIsAnsweredAsUsual() {
    simulator.unknownRoutes(UnknownRoute.INGRESS_HTML);

    assertThat(openAi.get("/files").status()).isEqualTo(200);
    assertThat(openAi.get("/files/file-1").body()).contains("No such File object: file-1");
  }

  @Test
  void resetRestoresTheProvidersOwnWords() {
    simulator.unknownRoutes(UnknownRoute.KONG);

    simulator.reset();

    assertThat(openAi.get("/models").body()).contains("Invalid URL (GET /v1/models)");
  }

  @ParameterizedTest
  @EnumSource(UnknownRoute.class)
  void knownPathCanBeAnsweredAsUnknownOnce(UnknownRoute words) {
    String id = simulator.addFile(OPENAI).id();
    simulator.failNext(1, SimulatedFault.unknownRoute(words));

    ApiClient.Reply reply = openAi.delete("/files/" + id);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).doesNotContain("{method}", "{path}", "'");
    assertThat(simulator.hasFile(OPENAI, id)).isTrue();
  }

  @Test
  void textAndPagesOfAnIngressAreNotJson() {
    simulator.failNext(1, SimulatedFault.unknownRoute(UnknownRoute.INGRESS_TEXT));
    simulator.failNext(1, SimulatedFault.unknownRoute(UnknownRoute.INGRESS_HTML));

    ApiClient.Reply text = openAi.get("/files");
    ApiClient.Reply page = openAi.get("/files");

    assertThat(text.header("Content-Type")).startsWith("text/plain");
    assertThat(text.body()).isEqualTo("default backend - 404");
    assertThat(page.header("Content-Type")).isEqualTo("text/html");
    assertThat(page.body()).startsWith("<html>");
  }
}
