// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feature as it is published, and what happens where a feature that it needs is not there. */
@KarafTest
class FeatureIT {

  private static final String COMPONENT = "io.github.camelark.camel-ark-component";

  private final Karaf karaf;

  FeatureIT(Karaf karaf) {
    this.karaf = karaf;
  }

  @AfterEach
  void removeRepositories() throws Exception {
    karaf.features().removeRepository(Artifacts.FEATURES);
    karaf.features().removeRepository(Artifacts.CAMEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"camel-core", "camel-http", "camel-jackson"})
  void namesAFeatureThatIsMissingAndInstallsNothing(String missing, @TempDir Path folder)
      throws Exception {
    publishCamelWithout(missing, folder);
    karaf.features().addRepository(Artifacts.FEATURES);
    Set<String> before = karaf.states().keySet();

    assertThatThrownBy(() -> karaf.features().installFeature("camel-ark"))
        .hasMessageContaining(
            "missing requirement [camel-ark/%s] osgi.identity; osgi.identity=%s; type=karaf.feature",
            System.getProperty("project.version").replace('-', '.'), missing);

    assertThat(karaf.states().keySet()).isEqualTo(before);
  }

  @Test
  void startsAndLeavesNothingWhenItIsUninstalled() throws Exception {
    karaf.publish(Artifacts.CAMEL, Artifacts.WRAPPED_CAMEL);
    karaf.features().addRepository(Artifacts.FEATURES);
    Set<String> before = karaf.states().keySet();

    karaf.features().installFeature("camel-ark");
    Map<String, String> installed = karaf.states();
    karaf.features().uninstallFeature("camel-ark");

    assertThat(installed).containsEntry(COMPONENT, "Active");
    installed.keySet().removeAll(before);
    assertThat(installed.values()).containsOnly("Active");
    assertThat(karaf.states().keySet()).isEqualTo(before);
  }

  private void publishCamelWithout(String feature, Path folder) throws Exception {
    String whole = Files.readString(Artifacts.WRAPPED_CAMEL);
    String name = "<feature name=\"" + feature + "\"";
    assertThat(whole).contains(name);
    Path part = folder.resolve("features.xml");
    Files.writeString(part, whole.replace(name, name.replace(feature, "something-else")));
    karaf.publish(Artifacts.CAMEL, part);
  }
}
