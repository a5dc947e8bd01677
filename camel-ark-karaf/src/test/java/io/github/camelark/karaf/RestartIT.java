// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Restarts the component's bundle several times while routes are at work. */
@KarafTest
class RestartIT {

  private static final String ARK_BUNDLE = "io.github.camelark.camel-ark-component";
  private static final int ROUNDS = 2;

  /** The running one, and one more: the JDK keeps the class whose records it compared last. */
  private static final long LOADERS = 2;

  /** Each has a Camel context. */
  private static final int BUNDLES = 2;

  private final Karaf karaf;
  private final ArkSimulator simulator;
  private final RouteBundles bundles;
  private final ScheduledExecutorService uploads = Executors.newSingleThreadScheduledExecutor();

  RestartIT(Karaf karaf, ArkSimulator simulator) {
    this.karaf = karaf;
    this.simulator = simulator;
    this.bundles = new RouteBundles(karaf, simulator);
  }

  enum Restart {
    STOP_AND_START,
    UPDATE_AND_REFRESH,
    UNINSTALL_AND_INSTALL
  }

  @BeforeAll
  void startRoutesAndUploads() throws Exception {
    bundles.installFeatures();
    bundles.installCleanUp();
    bundles.installWatch();
    bundles.configureWatch();
    uploads.scheduleWithFixedDelay(this::upload, 0, 100, TimeUnit.MILLISECONDS);
  }

  @AfterAll
  void uninstall() throws Exception {
    uploads.shutdownNow();
    bundles.uninstall();
    bundles.uninstallFeatures();
  }

  @ParameterizedTest
  @EnumSource
  void routesGoOnAndOldClassesAndThreadsGo(Restart restart) throws Exception {
    awaitThatFilesGo();
    List<String> threads = karaf.jvm().otherThreads();

    for (int round = 0; round < ROUNDS; round++) {
      Set<String> before = karaf.jvm().camelContexts();
      carryOut(restart);
      await().until(() -> Collections.disjoint(karaf.jvm().camelContexts(), before));
      awaitThatFilesGo();
    }

    await()
        .untilAsserted(
            () -> {
              assertThat(karaf.jvm().loadersOf(ArkComponent.class)).isBetween(1L, LOADERS);
              assertThat(karaf.jvm().camelContexts()).hasSize(BUNDLES);
              assertThat(karaf.jvm().otherThreads()).isEqualTo(threads);
            });
  }

  private void carryOut(Restart restart) throws Exception {
    switch (restart) {
      case STOP_AND_START -> karaf.bundles().restart(ARK_BUNDLE);
      case UPDATE_AND_REFRESH -> {
        karaf.bundles().update(ARK_BUNDLE);
        karaf.bundles().refresh(ARK_BUNDLE);
      }
      case UNINSTALL_AND_INSTALL -> {
        karaf.features().uninstallFeature("camel-ark");
        karaf.features().installFeature("camel-ark");
        karaf.bundles().start(RouteBundles.WATCH);
      }
    }
  }

  private void upload() {
    simulator.addFile(ARK, SimulatedFile.named("report.pdf"));
    simulator.addFile(ARK, SimulatedFile.named("broken.pdf").withStatus("failed"));
  }

  private void awaitThatFilesGo() {
    SimulatedFile active = simulator.addFile(ARK, SimulatedFile.named("last.pdf"));
    SimulatedFile failed =
        simulator.addFile(ARK, SimulatedFile.named("last-broken.pdf").withStatus("failed"));
    await()
        .until(() -> !simulator.hasFile(ARK, active.id()) && !simulator.hasFile(ARK, failed.id()));
  }
}
