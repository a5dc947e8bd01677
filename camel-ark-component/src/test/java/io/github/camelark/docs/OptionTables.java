// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.client.ReplyTablePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes the tables of options and headers from what the build says about the component, as the
 * tables of the adoc page are filled only by Camel's own site, and the table of replies.
 */
public final class OptionTables {

  private static final String MODEL =
      "src/generated/resources/META-INF/io/github/camelark/ark.json";
  private static final List<String> GROUPS = List.of("common", "producer", "security", "advanced");

  private final JsonNode model;

  private OptionTables(JsonNode model) {
    this.model = model;
  }

  /**
   * @param componentFolder the folder of camel-ark-component
   */
  static OptionTables read(Path componentFolder) throws IOException {
    return new OptionTables(new ObjectMapper().readTree(componentFolder.resolve(MODEL).toFile()));
  }

  /**
   * @param arguments the folder of camel-ark-component, the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    OptionTables tables = read(Path.of(arguments[0]));
    for (Map.Entry<String, String> page : tables.pages().entrySet()) {
      Files.writeString(Path.of(arguments[1]).resolve(page.getKey()), page.getValue());
    }
  }

  /** The pages by file name. */
  Map<String, String> pages() {
    return Map.of(
        "options.md", options(), "headers.md", headers(), "errors.md", ReplyTablePage.page());
  }

  /** What may stand between {@code ark:} and the question mark. */
  private List<String> resources() {
    return new Option("resource", model.path("properties").path("resource")).enumValues();
  }

  private String options() {
    List<Option> ofEndpoint = options("properties");
    List<Option> ofComponent =
        options("componentProperties").stream()
            .filter(option -> ofEndpoint.stream().noneMatch(option::isDescribedBy))
            .toList();
    StringBuilder page =
        new StringBuilder(
            """
            # Options

            Made from the component's own description by `make docs`: do not edit.

            `ark:resource?option=value&option=value`, where `resource` is %s.

            ## Of an endpoint
            """
                .formatted(listed(resources())));
    appendGroups(page, ofEndpoint.stream().filter(option -> !option.isPath()).toList());
    page.append(
        """

        ## Of the component

        Options of an endpoint can be set on the component too, as the defaults of its endpoints:
        `camel.component.ark.maxRetries = 4` in the properties of Camel Main. See the
        [README](../README.md#keys) for what an endpoint of another service does not inherit.
        Those of an endpoint alone are %s.
        Besides them the component has:
        """
            .formatted(
                listed(
                    ofEndpoint.stream()
                        .filter(option -> !option.isPath())
                        .map(Option::name)
                        .filter(name -> !model.path("componentProperties").has(name))
                        .toList())));
    appendGroups(page, ofComponent);
    return page.toString();
  }

  private String headers() {
    StringBuilder page =
        new StringBuilder(
            """
            # Headers

            Made from the component's own description by `make docs`: do not edit.

            The constants are in `io.github.camelark.ArkConstants`. No header of a message is ever
            sent to the API.

            | Header | Constant | Description | Type |
            |---|---|---|---|
            """);
    for (Option header : options("headers")) {
      String constant = header.text("constantName");
      page.append(
          row(
              code(header.name()),
              code(constant.substring(constant.indexOf('#') + 1)),
              cell(header.text("description")),
              header.type()));
    }
    return page.toString();
  }

  private static void appendGroups(StringBuilder page, List<Option> options) {
    Map<String, List<Option>> groups = new LinkedHashMap<>();
    GROUPS.forEach(group -> groups.put(group, new ArrayList<>()));
    for (Option option : options) {
      groups.computeIfAbsent(option.group(), group -> new ArrayList<>()).add(option);
    }
    groups.forEach(
        (group, members) -> {
          if (!members.isEmpty()) {
            page.append(
                """

                ### %s

                | Name | Description | Default | Type |
                |---|---|---|---|
                """
                    .formatted(Character.toUpperCase(group.charAt(0)) + group.substring(1)));
            members.forEach(option -> page.append(option.row()));
          }
        });
  }

  private List<Option> options(String kind) {
    return model.path(kind).properties().stream()
        .map(entry -> new Option(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String listed(Collection<String> values) {
    return values.stream().map(OptionTables::code).collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }

  private record Option(String name, JsonNode json) {

    String text(String field) {
      return json.path(field).asText();
    }

    boolean isPath() {
      return "path".equals(text("kind"));
    }

    /** Camel adds a second label to some of its own options. */
    String group() {
      return text("label").contains("advanced") ? "advanced" : text("group");
    }

    List<String> enumValues() {
      return StreamSupport.stream(json.path("enum").spliterator(), false)
          .map(JsonNode::asText)
          .toList();
    }

    boolean isDescribedBy(Option other) {
      return name.equals(other.name) && text("description").equals(other.text("description"));
    }

    String type() {
      String javaType = text("javaType").replaceAll("<.*", "");
      String type =
          enumValues().isEmpty()
              ? code(javaType.substring(javaType.lastIndexOf('.') + 1))
              : listed(enumValues());
      return json.path("secret").asBoolean() ? type + ", **secret**" : type;
    }

    String row() {
      String prefix = text("prefix");
      return OptionTables.row(
          prefix.isEmpty() ? code(name) : code(prefix + "*"),
          cell(text("description")),
          json.has("defaultValue") ? code(text("defaultValue")) : "",
          type());
    }
  }
}
