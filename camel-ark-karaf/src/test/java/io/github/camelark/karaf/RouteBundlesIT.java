// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles with routes as users write them, and what they say where something is wrong. */
@KarafTest
class RouteBundlesIT {

  private final Karaf karaf;
  private final ArkSimulator simulator;
  private final RouteBundles bundles;

  RouteBundlesIT(Karaf karaf, ArkSimulator simulator) {
    this.karaf = karaf;
    this.simulator = simulator;
    this.bundles = new RouteBundles(karaf, simulator);
  }

  @BeforeAll
  void installFeatures() throws Exception {
    bundles.installFeatures();
  }

  @AfterEach
  void uninstall() throws Exception {
    bundles.uninstall();
    simulator.reset();
  }

  @AfterAll
  void uninstallFeatures() throws Exception {
    bundles.uninstallFeatures();
  }

  @Test
  void aRouteWithAnActivatorDeletesWhatFailed() throws Exception {
    SimulatedFile failed = add(SimulatedFile.named("broken.pdf").withStatus("failed"));
    SimulatedFile active = add(SimulatedFile.named("good.pdf"));

    bundles.installCleanUp();

    await().until(() -> karaf.log().contains("DELETED: " + failed.id()));
    assertThat(simulator.files(ARK)).extracting(SimulatedFile::id).containsExactly(active.id());
  }

  @Test
  void aRouteWithDeclarativeServicesStartsWithItsConfiguration() throws Exception {
    SimulatedFile file = add(SimulatedFile.named("report.pdf"));
    bundles.installWatch();
    assertThat(simulator.journal()).isEmpty();

    bundles.configureWatch();

    await().until(() -> !simulator.hasFile(ARK, file.id()));
    assertThat(karaf.log()).containsPattern("came: \\{.*\"id\" ?: ?\"" + file.id() + "\"");
  }

  @Test
  void aConfigurationFileTakesTheKeyFromTheEnvironment() throws Exception {
    SimulatedFile file = add(SimulatedFile.named("report.pdf"));
    bundles.installWatch();

    bundles.configureWatch(Map.of("ark.apiKey", "${env:SIMULATOR_KEY}"));

    await().until(() -> !simulator.hasFile(ARK, file.id()));
  }

  @ParameterizedTest
  @CsvSource({
    "ark.apiKey, '', apiKey is missing",
    "ark.apiKeyy, a-misspelt-key, there is no option [apiKeyy]",
    "ark.callTimeout, ten parsecs, 'callTimeout must be a duration, for example 500ms, 30s or 7d'"
  })
  void aWrongConfigurationIsNamedStartsNothingAndCanBeMended(
      String property, String value, String message) throws Exception {
    bundles.installWatch();

    bundles.configureWatch(Map.of(property, value));

    await().until(() -> karaf.log().contains(message));
    await().untilAsserted(() -> assertThat(karaf.jvm().camelContexts()).isEmpty());
    assertThat(simulator.journal()).isEmpty();
    assertThat(karaf.log()).doesNotContain("a-misspelt-key", simulator.apiKey(ARK));

    SimulatedFile file = add(SimulatedFile.named("report.pdf"));
    bundles.configureWatch();
    await().until(() -> !simulator.hasFile(ARK, file.id()));
  }

  private SimulatedFile add(SimulatedFile file) {
    return simulator.addFile(ARK, file);
  }
}
