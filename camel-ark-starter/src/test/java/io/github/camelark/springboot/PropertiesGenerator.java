// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the properties of the starter from what the build says about the component, descriptions
 * included, so they need not be copied.
 */
public final class PropertiesGenerator {

  static final String RECORD = "java/io/github/camelark/springboot/ArkComponentProperties.java";
  static final String METADATA = "resources/META-INF/additional-spring-configuration-metadata.json";

  private final List<ComponentOption> options;

  PropertiesGenerator(List<ComponentOption> options) {
    this.options = options;
  }

  /**
   * @param arguments the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Map.Entry<String, String> file :
        new PropertiesGenerator(ComponentOption.all()).files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /** Contents by path. */
  Map<String, String> files() throws IOException {
    return Map.of(RECORD, record(), METADATA, metadata());
  }

  private String record() {
    return """
        // SPDX-License-Identifier: Apache-2.0
        // Copyright The Camel Ark Authors
        package io.github.camelark.springboot;

        %s

        /**
         * Options of the Ark component. Generated from its description by 'make generate': do not edit.
         *
         * @param enabled Whether the component is configured by these properties. On by default.
         * @param customizer Whether these properties reach the component.
        %s
         */
        @ConfigurationProperties(prefix = ArkComponentProperties.PREFIX, ignoreUnknownFields = false)
        record ArkComponentProperties(
            @Nullable Boolean enabled,
            @Nullable Customizer customizer,
        %s) {

          static final String PREFIX = "camel.component.ark";

          /**
           * Whether these properties reach the component.
           *
           * @param enabled Whether these properties are set on the component. On by default.
           */
          record Customizer(@Nullable Boolean enabled) {}

          /** What is set, by the names of the component's options, the whole configuration first. */
          Map<String, Object> options() {
            Map<String, @Nullable Object> options = new LinkedHashMap<>();
        %s
            options.values().removeIf(Objects::isNull);
            return options;
          }

          /** Names only: a value may be a key. */
          @Override
          public String toString() {
            return PREFIX + options().keySet();
          }
        }
        """
        .formatted(
            imports(),
            lines(" * @param %s %s", ComponentOption::name, ComponentOption::documentation, "\n"),
            lines("    @Nullable %s %s", ComponentOption::simpleType, ComponentOption::name, ",\n"),
            options.stream()
                .filter(option -> !option.isMap())
                .map(
                    option ->
                        "    options.put(\"%s\", %s);".formatted(option.name(), option.read()))
                .collect(Collectors.joining("\n")));
  }

  private String imports() {
    Stream<String> always =
        Stream.of(
            "java.util.LinkedHashMap",
            "java.util.Map",
            "java.util.Objects",
            "org.jspecify.annotations.Nullable",
            "org.springframework.boot.context.properties.ConfigurationProperties");
    return Stream.concat(
            always,
            options.stream().map(ComponentOption::propertyType).filter(type -> type.contains(".")))
        .distinct()
        .sorted()
        .map("import %s;"::formatted)
        .collect(Collectors.joining("\n"));
  }

  private String lines(
      String format,
      Function<ComponentOption, String> first,
      Function<ComponentOption, String> second,
      String separator) {
    return options.stream()
        .map(option -> format.formatted(first.apply(option), second.apply(option)))
        .collect(Collectors.joining(separator));
  }

  /** What the record cannot say: defaults, as it has none, and the values of texts. */
  private String metadata() throws JsonProcessingException {
    List<Map<String, Object>> defaults = new ArrayList<>();
    defaults.add(property("camel.component.ark.enabled", "defaultValue", true));
    defaults.add(property("camel.component.ark.customizer.enabled", "defaultValue", true));
    List<Map<String, Object>> hints = new ArrayList<>();
    for (ComponentOption option : options) {
      if (option.defaultValue() != null) {
        defaults.add(property(option.propertyName(), "defaultValue", option.defaultValue()));
      }
      if (!option.enumValues().isEmpty()) {
        hints.add(
            property(
                option.propertyName(),
                "values",
                option.enumValues().stream().map(value -> Map.of("value", value)).toList()));
      }
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("properties", defaults);
    metadata.put("hints", hints);
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(metadata) + "\n";
  }

  private static Map<String, Object> property(String name, String key, Object value) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("name", name);
    property.put(key, value);
    return property;
  }
}
