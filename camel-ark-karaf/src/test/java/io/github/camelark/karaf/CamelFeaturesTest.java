// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the wrapped Camel of the tests against the official features, whose place it takes. */
class CamelFeaturesTest {

  private static Map<String, Set<String>> official;
  private static Map<String, Set<String>> wrapped;

  @BeforeAll
  static void read() throws Exception {
    official =
        new FeatureFile(Path.of("target", "official", "apache-camel-features.xml")).artifacts();
    wrapped = new FeatureFile(Artifacts.WRAPPED_CAMEL).artifacts();
  }

  @ParameterizedTest
  @ValueSource(strings = {"camel-core", "camel-http", "camel-jackson"})
  void theFeaturesThatAreNeededAreOfficial(String feature) {
    assertThat(official).containsKey(feature);
  }

  @Test
  void noOtherFeaturesAreMade() {
    assertThat(official.keySet()).containsAll(wrapped.keySet());
  }

  @Test
  void eachHasTheCamelBundlesOfTheOfficialOne() {
    wrapped.forEach(
        (feature, artifacts) ->
            assertThat(official.get(feature)).as(feature).containsAll(ofCamel(artifacts)));
  }

  @Test
  void theirOtherBundlesAreInOfficialFeaturesToo() {
    Set<String> all = new TreeSet<>();
    official.values().forEach(all::addAll);

    wrapped.values().forEach(artifacts -> assertThat(all).containsAll(artifacts));
  }

  private static Set<String> ofCamel(Set<String> artifacts) {
    Set<String> camel = new TreeSet<>(artifacts);
    camel.removeIf(artifact -> !artifact.startsWith("camel-"));
    return camel;
  }
}
