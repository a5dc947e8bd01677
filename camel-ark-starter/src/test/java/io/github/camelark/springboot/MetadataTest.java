// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor completes and documents, held against the component's own description. */
class MetadataTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void describesEveryOptionAsTheComponentDoes(String name, ComponentOption option)
      throws IOException {
    JsonNode property = properties().get(option.propertyName());

    assertThat(property).as(option.propertyName()).isNotNull();
    assertThat(property.path("description").asText())
        .startsWith(option.json().path("description").asText());
    assertThat(property.path("type").asText().replaceAll("java\\.lang\\.|java\\.util\\.", ""))
        .isEqualTo(option.propertyType().replace(" ", ""));
    assertThat(property.path("defaultValue").asText())
        .isEqualTo(option.defaultValue() == null ? "" : option.defaultValue().toString());
  }

  @Test
  void hasNoFurtherOptions() throws IOException {
    List<String> expected =
        Stream.concat(
                ComponentOption.all().stream().map(ComponentOption::propertyName),
                Stream.of("camel.component.ark.enabled", "camel.component.ark.customizer.enabled"))
            .toList();

    assertThat(properties().keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void completesTheNamesOfProviders() throws IOException {
    JsonNode hint =
        named(metadata().path("hints")).get("camel.component.ark.provider").path("values");

    assertThat(hint.findValuesAsText("value")).containsExactly("ark", "azure", "openai");
  }

  static Stream<Object[]> options() throws IOException {
    return ComponentOption.all().stream().map(option -> new Object[] {option.name(), option});
  }

  private static Map<String, JsonNode> properties() throws IOException {
    return named(metadata().path("properties"));
  }

  private static Map<String, JsonNode> named(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .collect(Collectors.toMap(entry -> entry.path("name").asText(), Function.identity()));
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream metadata =
        ArkComponentProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return new ObjectMapper().readTree(metadata);
    }
  }
}
