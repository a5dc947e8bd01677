// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds options that stand beside a URI, as YAML has them, against the catalogue. */
class DocumentedParametersTest {

  private static final CamelCatalog CATALOG = Documents.catalog();

  @ParameterizedTest
  @MethodSource("documents")
  void showsOnlyParametersThatExist(Path document) throws IOException {
    List<String> problems =
        endpoints(document).stream()
            .map(DocumentedParametersTest::validate)
            .filter(result -> !isFine(result))
            .map(result -> result.summaryErrorMessage(true))
            .toList();

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/cluster.md",
        "camel-ark-examples/cluster/src/main/resources/camel/shared.yaml",
        "camel-ark-examples/camel-main/src/main/resources/camel/watch-files.yaml"
      })
  void findsThemInPagesAndRoutes(String document) throws IOException {
    assertThat(endpoints(Documents.ROOT.resolve(document))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "from, ark:files, operashun, list",
    "from, ark:files, ignoreMissing, true",
    "from, ark:files, delay, soon",
    "from, ark:files, maxMessagesPerPoll, few",
    "from, ark:files, cursorRepository, cursors",
    "to, ark:files, operation, remove",
    "to, ark:files, olderThan, 1h",
    "to, ark:files?operation=list, maxRetries, few",
    "to, ark:models, operation, list"
  })
  void wouldNoticeAParameterThatDoesNotExist(String step, String uri, String name, String value) {
    String page =
        """
        ```yaml
        - %s:
            uri: %s
            parameters:
              %s: %s
        ```
        """
            .formatted(step, uri, name, value);

    assertThat(YamlEndpoint.inPage(page)).hasSize(1).noneMatch(found -> isFine(validate(found)));
  }

  static Stream<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path document : Documents.all()) {
      if (!endpoints(document).isEmpty()) {
        found.add(document);
      }
    }
    return found.stream();
  }

  private static List<YamlEndpoint> endpoints(Path document) throws IOException {
    String text = Documents.text(document);
    String name = document.toString();
    if (name.endsWith(".yaml")) {
      return YamlEndpoint.inYaml(text);
    }
    return name.endsWith(".md") || name.endsWith(".adoc") ? YamlEndpoint.inPage(text) : List.of();
  }

  /** The catalogue does not know that a placeholder may stand for a reference to a bean. */
  private static boolean isFine(EndpointValidationResult result) {
    Map<String, String> references = result.getInvalidReference();
    long placeholders =
        references == null
            ? 0
            : references.values().stream().filter(value -> value.startsWith("{{")).count();
    return result.getNumberOfErrors() == placeholders;
  }

  private static EndpointValidationResult validate(YamlEndpoint endpoint) {
    String uri =
        endpoint.uri()
            + (endpoint.uri().contains("?") ? "&" : "?")
            + URISupport.createQueryString(endpoint.parameters());
    // The catalogue does not know days, though Camel does.
    String known = uri.replaceAll("=(\\d+)d\\b", "=$1h");
    return CATALOG.validateEndpointProperties(
        known, false, endpoint.isConsumer(), !endpoint.isConsumer());
  }
}
