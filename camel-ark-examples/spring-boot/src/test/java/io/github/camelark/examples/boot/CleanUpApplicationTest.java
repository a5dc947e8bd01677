// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@CamelSpringBootTest
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "example.simulator=false",
      "example.delete=true",
      "example.clean-up-period=100ms",
      "example.watch-period=100ms"
    })
class CleanUpApplicationTest {

  private static final SimulatedProvider ARK = SimulatedProvider.ARK;

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  @Autowired CamelContext context;
  @Autowired Environment environment;

  @DynamicPropertySource
  static void reachTheSimulator(DynamicPropertyRegistry properties) {
    ArkSimulator simulator = SIMULATOR.simulator();
    properties.add("camel.component.ark.base-url", () -> simulator.baseUrl(ARK));
    properties.add("camel.component.ark.api-key", () -> simulator.apiKey(ARK));
  }

  @Test
  void watchesByARouteInJava(ArkSimulator simulator) {
    NotifyBuilder watched =
        new NotifyBuilder(context).fromRoute("watch-files").whenDone(1).create();

    simulator.addFile(ARK);

    assertThat(watched.matches(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void deletesByARouteInYaml(ArkSimulator simulator) {
    SimulatedFile good = simulator.addFile(ARK);
    SimulatedFile bad = simulator.addFile(ARK, SimulatedFile.named("a.pdf").withStatus("failed"));

    await().until(() -> !simulator.hasFile(ARK, bad.id()));
    assertThat(simulator.hasFile(ARK, good.id())).isTrue();
  }

  @Test
  void showsTheComponentInTheHealthOfTheActuator(ArkSimulator simulator) throws Exception {
    URI health =
        URI.create(
            "http://localhost:%s/actuator/health"
                .formatted(environment.getProperty("local.server.port")));

    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());

    assertThat(response.body()).contains("\"producer:ark-" + simulator.baseUrl(ARK) + "\":\"UP\"");
  }
}
