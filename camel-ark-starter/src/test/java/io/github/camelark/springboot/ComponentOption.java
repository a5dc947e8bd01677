// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.ArkComponent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.camel.util.StringHelper;

/** An option of the component, as the build describes it, and its property here. */
record ComponentOption(String name, JsonNode json) {

  /** The description has no word for a number of bytes. */
  private static final Set<String> DATA_SIZES = Set.of("maxResponseSize");

  private static final Map<String, String> VALUE_TYPES =
      Map.of(
          "boolean", "Boolean",
          "int", "Integer",
          "long", "Long",
          "java.lang.Boolean", "Boolean",
          "java.lang.Integer", "Integer",
          "java.lang.Double", "Double",
          "java.lang.String", "String",
          "java.time.Duration", "java.time.Duration");

  /** The component's configuration comes first, so that single options can change it. */
  static List<ComponentOption> all() throws IOException {
    try (InputStream description =
        ArkComponent.class.getResourceAsStream("/META-INF/io/github/camelark/ark.json")) {
      List<ComponentOption> options = new ArrayList<>();
      new ObjectMapper()
          .readTree(description)
          .path("componentProperties")
          .properties()
          .forEach(option -> options.add(new ComponentOption(option.getKey(), option.getValue())));
      options.sort(Comparator.comparing(option -> !option.name().equals("configuration")));
      return options;
    }
  }

  String propertyName() {
    return "camel.component.ark." + StringHelper.camelCaseToDash(name);
  }

  String documentation() {
    String description = json.path("description").asText();
    return isReference()
        ? "%s A reference to a bean of type %s, such as #bean:name."
            .formatted(ended(description), javaType())
        : description;
  }

  /** What the property is bound to. Beans are references, which Camel resolves. */
  String propertyType() {
    if (isDataSize()) {
      return "org.springframework.util.unit.DataSize";
    }
    if (isMap()) {
      return "Map<String, String>";
    }
    if (isReference() || needsUnit()) {
      return "String";
    }
    return VALUE_TYPES.getOrDefault(javaType(), javaType());
  }

  String simpleType() {
    String type = propertyType();
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** How the value for the component is read from the property. */
  String read() {
    return isDataSize() ? "%s == null ? null : %<s.toBytes()".formatted(name) : name;
  }

  /** In the words of the property, null if there is none. */
  Object defaultValue() {
    JsonNode value = json.get("defaultValue");
    if (value == null) {
      return null;
    }
    if (isDataSize()) {
      return value.asLong() / 1024 / 1024 + "MB";
    }
    return value.isBoolean()
        ? (Object) value.asBoolean()
        : value.isNumber() ? value.numberValue() : value.asText();
  }

  List<String> enumValues() {
    return StreamSupport.stream(json.path("enum").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  boolean isDuration() {
    return javaType().equals("java.time.Duration");
  }

  /**
   * Durations that decide about files, not about calls, reach the component as they are written:
   * Spring Boot would take a bare 7 for milliseconds.
   */
  boolean needsUnit() {
    return isDuration() && !json.path("label").asText().equals("advanced");
  }

  boolean isDataSize() {
    return DATA_SIZES.contains(name);
  }

  boolean isMap() {
    return javaType().startsWith("java.util.Map");
  }

  boolean isReference() {
    return json.path("type").asText().equals("object") && !isMap();
  }

  String javaType() {
    return json.path("javaType").asText();
  }

  private static String ended(String description) {
    return description.endsWith(".") ? description : description + ".";
  }
}
