// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the properties of Camel Main that the project shows against Camel's catalogue. */
class DocumentedPropertiesTest {

  private static final Pattern PROPERTY =
      Pattern.compile("(?m)^ *(camel\\.(?:component|main|health)\\.[\\w.-]+) *= *(.*)$");

  private static final CamelCatalog CATALOG = Documents.catalog();

  @ParameterizedTest
  @MethodSource("documents")
  void showsOnlyPropertiesThatExist(Path document) throws IOException {
    List<String> problems =
        PROPERTY
            .matcher(Documents.text(document))
            .results()
            .map(DocumentedPropertiesTest::validate)
            .filter(result -> !result.isSuccess())
            .map(result -> result.summaryErrorMessage(true))
            .toList();

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camel.component.ark.api-kee = x",
        "camel.component.ark.max-retries = few",
        "camel.main.routesIncludePatern = x"
      })
  void wouldNoticeAPropertyThatDoesNotExist(String line) {
    MatchResult property = PROPERTY.matcher(line).results().findFirst().orElseThrow();

    assertThat(validate(property).isSuccess()).isFalse();
  }

  static Stream<Path> documents() throws IOException {
    return Documents.with(PROPERTY).filter(document -> !ofSpringBoot(document));
  }

  /**
   * It has values that Camel Main does not have, such as sizes; its starter has tests of its own.
   */
  private static boolean ofSpringBoot(Path document) {
    return document.toString().matches(".*(spring-boot|camel-ark-starter).*");
  }

  private static ConfigurationPropertiesValidationResult validate(MatchResult property) {
    return CATALOG.validateConfigurationProperty(property.group(1) + "=" + property.group(2));
  }
}
