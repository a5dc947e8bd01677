// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the endpoints of the Kamelets, and the defaults of their properties, by the catalogue. */
class KameletUrisTest {

  private static final String DESCRIPTION = "/META-INF/io/github/camelark/ark.json";

  @ParameterizedTest
  @MethodSource("io.github.camelark.kamelets.KameletRulesTest#kamelets")
  void hasOnlyOptionsThatExist(KameletFile kamelet) throws Exception {
    boolean source = kamelet.type().equals("source");
    String uri = uris(kamelet.template()).collect(Collectors.joining());

    EndpointValidationResult result =
        catalog().validateEndpointProperties(filledIn(uri, kamelet), false, source, !source);

    assertThat(uri).startsWith("ark:");
    assertThat(result.isSuccess()).as(result.summaryErrorMessage(true)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("io.github.camelark.kamelets.KameletRulesTest#kamelets")
  void valuesToChooseFromAreThoseOfTheOption(KameletFile kamelet) throws Exception {
    List<EndpointOptionModel> options =
        JsonMapper.generateComponentModel(catalog().componentJSonSchema("ark"))
            .getEndpointOptions();
    Map<String, List<String>> choices =
        options.stream()
            .filter(option -> option.getEnums() != null)
            .collect(Collectors.toMap(BaseOptionModel::getName, BaseOptionModel::getEnums));

    for (String name : kamelet.properties().keySet()) {
      assertThat(kamelet.property(name).get("enum")).as(name).isEqualTo(choices.get(name));
    }
  }

  private static CamelCatalog catalog() throws IOException {
    CamelCatalog catalog = new DefaultCamelCatalog();
    try (InputStream description = ArkComponent.class.getResourceAsStream(DESCRIPTION)) {
      String json = new String(description.readAllBytes(), StandardCharsets.UTF_8);
      catalog.addComponent("ark", ArkComponent.class.getName(), json);
    }
    return catalog;
  }

  /** With the default or the example of each property in the place of it. */
  private static String filledIn(String uri, KameletFile kamelet) {
    String filledIn = uri;
    for (String name : kamelet.properties().keySet()) {
      Map<String, Object> property = kamelet.property(name);
      Object value = property.getOrDefault("default", property.getOrDefault("example", "asc"));
      filledIn = filledIn.replaceAll("\\{\\{ark-option:\\??" + name + "}}", value.toString());
    }
    // The catalogue does not know days, though Camel does.
    return filledIn.replaceAll("=(\\d+)d\\b", "=$1h");
  }

  @SuppressWarnings("unchecked") // what YAML calls a map
  private static Stream<String> uris(Object node) {
    if (node instanceof Collection<?> list) {
      return list.stream().flatMap(KameletUrisTest::uris);
    }
    if (!(node instanceof Map)) {
      return Stream.empty();
    }
    Map<String, Object> map = (Map<String, Object>) node;
    String uri = KameletFile.text(map, "uri");
    return uri.startsWith("ark:")
        ? Stream.of(uri)
        : map.values().stream().flatMap(KameletUrisTest::uris);
  }
}
