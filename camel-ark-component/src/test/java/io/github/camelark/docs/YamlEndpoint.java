// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * An endpoint in YAML that has its options beside its URI.
 *
 * @param step the key that it stands under, such as {@code from} or {@code to}
 * @param parameters its options, as they are read from YAML
 */
record YamlEndpoint(String step, String uri, Map<String, Object> parameters) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "^ *(?:```ya?ml|\\[source, *yaml\\]\\n *----)\\n(.*?)^ *(?:```|----) *$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SHOWS_ONE =
      Pattern.compile("\\bark:.*\\bparameters:", Pattern.DOTALL);

  /** Those in the YAML blocks of a page. */
  static List<YamlEndpoint> inPage(String text) {
    return BLOCK
        .matcher(text)
        .results()
        .map(block -> block.group(1))
        .flatMap(yaml -> inYaml(yaml).stream())
        .toList();
  }

  /** Those in a file of routes or a Kamelet. */
  static List<YamlEndpoint> inYaml(String yaml) {
    List<YamlEndpoint> found = new ArrayList<>();
    if (SHOWS_ONE.matcher(yaml).find()) {
      Load load = new Load(LoadSettings.builder().build());
      load.loadAllFromString(yaml).forEach(document -> collect("", document, found));
    }
    return found;
  }

  private static void collect(String key, Object node, List<YamlEndpoint> found) {
    if (node instanceof Map<?, ?> fields) {
      if (String.valueOf(fields.get("uri")).startsWith("ark:")
          && fields.get("parameters") instanceof Map<?, ?> parameters) {
        found.add(new YamlEndpoint(key, (String) fields.get("uri"), named(parameters)));
      }
      fields.forEach((name, value) -> collect(String.valueOf(name), value, found));
    } else if (node instanceof Iterable<?> items) {
      items.forEach(item -> collect(key, item, found));
    }
  }

  private static Map<String, Object> named(Map<?, ?> parameters) {
    Map<String, Object> named = new LinkedHashMap<>();
    parameters.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }

  boolean isConsumer() {
    return Stream.of("from", "poll", "pollEnrich").anyMatch(step::equals);
  }
}
