// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the Kamelets against the rules of Camel's catalogue, and some of our own. */
class KameletRulesTest {

  /** How many Kamelets of the catalogue may break a rule that most of them keep. */
  private static final int FEW = 3;

  private static List<KameletFile> catalogue;

  @BeforeAll
  static void readTheCatalogue() throws Exception {
    catalogue = KameletFile.ofTheCatalogue();
  }

  @ParameterizedTest
  @MethodSource("kameletsAndRules")
  void keepsTheRulesOfTheCatalogue(KameletFile kamelet, KameletRule rule) {
    assertThat(rule.isKeptBy(kamelet)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aRuleIsOneThatTheCatalogueKeepsItself(KameletRule rule) {
    List<KameletFile> breakers =
        catalogue.stream().filter(kamelet -> !rule.isKeptBy(kamelet)).toList();

    assertThat(catalogue).hasSizeGreaterThan(200);
    assertThat(breakers).hasSizeLessThanOrEqualTo(FEW);
  }

  @ParameterizedTest
  @MethodSource("kamelets")
  void hasNoKeyThatTheCatalogueDoesNotHave(KameletFile kamelet) {
    Set<String> known = catalogue.stream().flatMap(KameletRule::keys).collect(Collectors.toSet());

    assertThat(KameletRule.keys(kamelet)).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void hasANameTitleAndDescriptionThatNoOtherHas() throws Exception {
    List<KameletFile> all = Stream.concat(KameletFile.ours().stream(), catalogue.stream()).toList();

    for (KameletFile kamelet : KameletFile.ours()) {
      for (String key : List.of("title", "description")) {
        assertThat(all)
            .filteredOn(other -> other.definition().get(key).equals(kamelet.definition().get(key)))
            .hasSize(1);
      }
      assertThat(all).filteredOn(other -> other.name().equals(kamelet.name())).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("kamelets")
  void isOurs(KameletFile kamelet) {
    assertThat(kamelet.annotation("provider")).isEqualTo("Camel Ark");
    assertThat(kamelet.dependencies().toString())
        .contains("io.github.camelark:camel-ark-component");
  }

  @ParameterizedTest
  @MethodSource("kamelets")
  void hidesTheKeyAndCanDoWithoutIt(KameletFile kamelet) {
    assertThat(kamelet.property("apiKey")).containsEntry("format", "password");
    assertThat(kamelet.required()).isEmpty();
  }

  /** A plain placeholder would let a value set other options: see OptionFunction. */
  @ParameterizedTest
  @MethodSource("kamelets")
  void hasNoPlainPlaceholder(KameletFile kamelet) {
    assertThat(kamelet.template().toString().replace("{{ark-option:", "")).doesNotContain("{{");
  }

  @ParameterizedTest
  @MethodSource("kamelets")
  void usesEveryPropertyAndNoOther(KameletFile kamelet) {
    assertThat(KameletRule.placeholders(kamelet))
        .containsExactlyInAnyOrderElementsOf(kamelet.properties().keySet());
  }

  @ParameterizedTest
  @MethodSource("kamelets")
  void leavesOutWhatIsNotGiven(KameletFile kamelet) {
    Set<String> optional =
        kamelet.properties().keySet().stream()
            .filter(name -> !kamelet.required().contains(name))
            .filter(name -> !kamelet.property(name).containsKey("default"))
            .collect(Collectors.toSet());

    assertThat(kamelet.text())
        .contains(optional.stream().map(name -> "{{ark-option:?" + name + "}}").toList());
  }

  @ParameterizedTest
  @MethodSource("kamelets")
  void neverPutsAnIdIntoAUri(KameletFile kamelet) {
    assertThat(kamelet.template().toString()).doesNotContain("fileId=", "responseId=", "toD");
  }

  @Test
  void describesAPropertyTheSameEverywhere() throws Exception {
    Map<String, Object> first = KameletFile.ours().get(0).properties();

    for (KameletFile kamelet : KameletFile.ours()) {
      for (String common : List.of("apiKey", "provider", "baseUrl", "apiVersion")) {
        assertThat(kamelet.property(common)).isEqualTo(first.get(common));
      }
    }
  }

  static Stream<KameletFile> kamelets() throws Exception {
    return KameletFile.ours().stream();
  }

  static Stream<Arguments> kameletsAndRules() throws Exception {
    return KameletFile.ours().stream()
        .flatMap(
            kamelet -> Stream.of(KameletRule.values()).map(rule -> Arguments.of(kamelet, rule)));
  }
}
