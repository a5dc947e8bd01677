// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Restarts the component's bundle several times while routes are at work. */
@KarafTest
class RestartIT {

  private static final String ARK_BUNDLE = "io.github.camelark.camel-ark-component";
  private static final int ROUNDS = 2;
  private static final Pattern HANDED_ON =
      Pattern.compile("came: \\{\"object\":\"file\",\"id\":\"(.*?)\"");

  /** The running one, and one more: the JDK keeps the class whose records it compared last. */
  private static final long LOADERS = 2;

  /** Each has a Camel context. */
  private static final int BUNDLES = 2;

  private final Karaf karaf;
  private final ArkSimulator simulator;
  private final RouteBundles bundles;
  private final Set<String> uploaded = ConcurrentHashMap.newKeySet();
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

    for (int round = 0; round < ROUNDS; round++) {
      Set<String> before = karaf.jvm().camelContexts();
      perform(restart);
      await().until(() -> Collections.disjoint(karaf.jvm().camelContexts(), before));
      awaitThatFilesGo();
    }

    await()
        .untilAsserted(
            () -> {
              assertThat(karaf.jvm().loadersOf(ArkComponent.class)).isBetween(1L, LOADERS);
              assertThat(karaf.jvm().camelContexts()).hasSize(BUNDLES);
              // some start only when there is something to do
              assertThat(karaf.jvm().arkThreads()).isNotEmpty().doesNotHaveDuplicates();
            });
    assertThatNothingIsLost();
  }

  @Test
  void filesWaitForTheRefreshWhereABundleHasTheOldClasses() throws Exception {
    awaitThatFilesGo();
    long refusals = refusals();

    karaf.bundles().update(ARK_BUNDLE);
    await().until(() -> refusals() > refusals);
    SimulatedFile waiting = simulator.addFile(ARK, SimulatedFile.named("waiting.pdf"));
    awaitThatGoes(simulator.addFile(ARK, broken("broken.pdf"))); // by the bundle that has none

    assertThat(simulator.hasFile(ARK, waiting.id())).isTrue();
    karaf.bundles().refresh(ARK_BUNDLE);
    awaitThatGoes(waiting);
    assertThatNothingIsLost();
  }

  private void perform(Restart restart) throws Exception {
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
    uploaded.add(simulator.addFile(ARK, SimulatedFile.named("report.pdf")).id());
    simulator.addFile(ARK, broken("broken.pdf"));
  }

  private void awaitThatFilesGo() {
    SimulatedFile active = simulator.addFile(ARK, SimulatedFile.named("last.pdf"));
    SimulatedFile failed = simulator.addFile(ARK, broken("last-broken.pdf"));
    awaitThatGoes(active);
    awaitThatGoes(failed);
  }

  private void awaitThatGoes(SimulatedFile file) {
    await().until(() -> !simulator.hasFile(ARK, file.id()));
  }

  private static SimulatedFile broken(String name) {
    return SimulatedFile.named(name).withStatus("failed");
  }

  /** Each file that the route has taken off the service was handed on by it, as its JSON. */
  private void assertThatNothingIsLost() throws Exception {
    List<String> gone = uploaded.stream().filter(id -> !simulator.hasFile(ARK, id)).toList();
    Set<String> handedOn =
        HANDED_ON.matcher(karaf.log()).results().map(id -> id.group(1)).collect(toSet());

    assertThat(gone).isNotEmpty().isSubsetOf(handedOn);
  }

  /** How often a bundle was refused because of its classes. */
  private long refusals() throws Exception {
    String refusal = "Found component of type: class " + ArkComponent.class.getName();
    return karaf.log().lines().filter(line -> line.contains(refusal)).count();
  }
}
