// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Camel's catalogue demands of a Kamelet, by the <a
 * href="https://github.com/apache/camel-kamelets/blob/main/script/validator/validator.go">program
 * that checks it</a> and by what all of its Kamelets have in common. The provider's name is ours.
 */
enum KameletRule {
  FILE_IS_NAMED_AS_THE_KAMELET(k -> k.fileName().equals(k.name() + ".kamelet.yaml")),
  IS_A_KAMELET_OF_THE_CURRENT_SCHEMA(
      k ->
          "camel.apache.org/v1".equals(k.content().get("apiVersion"))
              && "Kamelet".equals(k.content().get("kind"))),
  TYPE_IS_KNOWN(k -> Set.of("source", "sink", "action").contains(k.type())),
  NAME_ENDS_WITH_THE_TYPE(k -> k.name().endsWith("-" + k.type())),
  HAS_AN_ICON(k -> k.annotation("kamelet.icon").startsWith("data:image/svg+xml;base64,")),
  HAS_A_PROVIDER(k -> !k.annotation("provider").isBlank()),
  HAS_A_SUPPORT_LEVEL(
      k -> Set.of("Stable", "Preview").contains(k.annotation("kamelet.support.level"))),
  HAS_A_VERSION(k -> k.annotation("catalog.version").matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?")),
  HAS_GROUP_AND_NAMESPACE(
      k ->
          !k.annotation("kamelet.group").isBlank() && !k.annotation("kamelet.namespace").isBlank()),
  TITLE_ENDS_WITH_THE_TYPE(
      k -> KameletFile.text(k.definition(), "title").toLowerCase().endsWith(" " + k.type())),
  HAS_A_DESCRIPTION(k -> !KameletFile.text(k.definition(), "description").isBlank()),
  DEFINES_AN_OBJECT(k -> "object".equals(k.definition().get("type"))),
  EVERY_PROPERTY_HAS_TYPE_TITLE_AND_DESCRIPTION(
      everyProperty(
          p ->
              Stream.of("type", "title", "description")
                  .noneMatch(key -> KameletFile.text(p, key).isBlank()))),
  TITLE_OF_A_PROPERTY_HAS_NO_ARTICLE(
      everyProperty(p -> !KameletFile.text(p, "title").matches("(The|A|An) .*"))),
  TITLE_OF_A_PROPERTY_BEGINS_WITH_A_CAPITAL(
      everyProperty(p -> !KameletFile.text(p, "title").matches("\\p{Ll}.*"))),
  REQUIRED_PROPERTIES_ARE_DEFINED(k -> k.properties().keySet().containsAll(k.required())),
  PASSWORDS_ARE_CREDENTIALS(
      everyProperty(
          p ->
              !"password".equals(p.get("format"))
                  || descriptors(p).contains("urn:camel:group:credentials"))),
  DEPENDS_ON_WHAT_RUNS_KAMELETS(k -> k.dependencies().contains("camel:kamelet"));

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ark-option:\\??([^}:]+)}}");

  private final Predicate<KameletFile> rule;

  KameletRule(Predicate<KameletFile> rule) {
    this.rule = rule;
  }

  boolean isKeptBy(KameletFile kamelet) {
    return rule.test(kamelet);
  }

  /** Every place in a Kamelet where a key may stand, with the keys that are there. */
  static Stream<String> keys(KameletFile kamelet) {
    return Stream.of(
            keysOf("", kamelet.content()),
            keysOf("metadata.", KameletFile.map(kamelet.content(), "metadata")),
            keysOf("annotations.", KameletFile.map(kamelet.content(), "metadata", "annotations")),
            keysOf("labels.", KameletFile.map(kamelet.content(), "metadata", "labels")),
            keysOf("spec.", KameletFile.map(kamelet.content(), "spec")),
            keysOf("definition.", kamelet.definition()),
            keysOf("template.", kamelet.template()),
            kamelet.properties().keySet().stream()
                .flatMap(property -> keysOf("property.", kamelet.property(property))))
        .flatMap(Function.identity());
  }

  /** The properties that the template of a Kamelet asks for. */
  static Set<String> placeholders(KameletFile kamelet) {
    return PLACEHOLDER
        .matcher(kamelet.template().toString())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<String> keysOf(String place, Map<String, Object> map) {
    return map.keySet().stream().map(key -> place + key);
  }

  private static Predicate<KameletFile> everyProperty(Predicate<Map<String, Object>> rule) {
    return kamelet -> kamelet.properties().keySet().stream().map(kamelet::property).allMatch(rule);
  }

  private static Collection<?> descriptors(Map<String, Object> property) {
    return (Collection<?>) property.getOrDefault("x-descriptors", List.of());
  }
}
