// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static io.github.camelark.test.SimulatedProvider.ARK;

import io.github.camelark.karaf.cleanup.CleanUpActivator;
import io.github.camelark.karaf.watch.WatchFiles;
import io.github.camelark.test.ArkSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Two bundles with routes: one with an activator, one with declarative services. */
final class RouteBundles {

  static final String CLEAN_UP = CleanUpActivator.class.getPackageName();
  static final String WATCH = WatchFiles.class.getPackageName();

  private static final String PID = "watch.files";

  private final Karaf karaf;
  private final Map<String, String> configuration;

  RouteBundles(Karaf karaf, ArkSimulator simulator) {
    this.karaf = karaf;
    this.configuration =
        Map.of(
            "ark.apiKey", simulator.apiKey(ARK),
            "ark.baseUrl", simulator.baseUrl(ARK),
            "ark.requestsPerSecond", "0");
  }

  /** Installs Camel, declarative services and camel-ark, as far as they are not there. */
  void installFeatures() throws Exception {
    karaf.publish(Artifacts.CAMEL, Artifacts.WRAPPED_CAMEL);
    karaf.features().addRepository(Artifacts.FEATURES);
    // An application needs Camel itself, so that it stays when camel-ark goes.
    karaf.features().installFeature("camel-http");
    karaf.features().installFeature("camel-jackson");
    karaf.features().installFeature("camel-ark");
    // These are the feature scr, without what it has for consoles.
    karaf.bundles().install("mvn:org.osgi/org.osgi.service.component/1.5.1", true);
    karaf.bundles().install("mvn:org.apache.felix/org.apache.felix.scr/2.2.6", true);
  }

  void installCleanUp() throws Exception {
    Map<String, String> headers = Map.of("Bundle-Activator", CleanUpActivator.class.getName());
    install(TestBundle.of(CleanUpActivator.class.getPackage(), headers));
  }

  void installWatch() throws Exception {
    install(TestBundle.of(WatchFiles.class.getPackage(), Map.of()));
  }

  private void install(Path bundle) throws Exception {
    karaf.bundles().install(bundle.toUri().toString(), true);
  }

  void configureWatch() throws IOException {
    configureWatch(Map.of());
  }

  void configureWatch(Map<String, String> changes) throws IOException {
    Map<String, String> all = new HashMap<>(configuration);
    all.putAll(changes);
    karaf.configure(
        PID, all.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList());
  }

  void uninstall() throws Exception {
    for (String bundle : new String[] {CLEAN_UP, WATCH}) {
      if (karaf.states().containsKey(bundle)) {
        karaf.bundles().uninstall(bundle);
      }
    }
    karaf.removeConfiguration(PID);
  }

  void uninstallFeatures() throws Exception {
    for (String feature : new String[] {"camel-ark", "camel-jackson", "camel-http"}) {
      karaf.features().uninstallFeature(feature);
    }
    karaf.features().removeRepository(Artifacts.FEATURES);
    karaf.features().removeRepository(Artifacts.CAMEL);
    karaf.bundles().uninstall("org.apache.felix.scr");
    karaf.bundles().uninstall("org.osgi.service.component");
  }
}
