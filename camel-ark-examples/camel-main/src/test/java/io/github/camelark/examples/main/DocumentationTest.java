// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/camel-main.md against the application, which the other tests run. */
class DocumentationTest {

  private static final Pattern FENCED = Pattern.compile("(?s)```(\\w+)\\n(.*?)\\n```");

  @ParameterizedTest
  @CsvSource({
    "properties, 0, src/main/resources/application.properties",
    "yaml, 0, src/main/resources/camel/watch-files.yaml",
    "xml, 1, src/main/resources/logback.xml",
    "xml, 2, src/main/resources/camel/count-files.xml",
    "java, 0, src/main/java/io/github/camelark/examples/main/WatchMain.java"
  })
  void showsTheApplicationAsItIs(String language, int number, Path file) throws IOException {
    String shown = snippets(language).get(number);

    assertThat(unindented(Files.readString(file))).contains(unindented(shown));
  }

  @ParameterizedTest
  @CsvSource({"camel-ark-component", "camel-main", "camel-yaml-dsl"})
  void showsTheDependenciesThatItHas(String artifact) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(snippets("xml").get(0)).contains("<artifactId>" + artifact + "</artifactId>");
    assertThat(pom).contains("<artifactId>" + artifact + "</artifactId>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`Error binding property (camel.component.ark.maxRetrys=3)`",
        "`maxRetries must be a number but is 'few'`",
        "`callTimeout must be a duration, for example 500ms, 30s or 7d, but is 'ten parsecs'`",
        "`Property with key [env:ARK_API_KEY] using function [env] returned null value`",
        "`apiKey is missing`"
      })
  void showsTheMessagesThatFailedStartTestSees(String message) throws IOException {
    assertThat(page()).contains("| " + message + " |");
  }

  private static List<String> snippets(String language) throws IOException {
    return FENCED
        .matcher(page())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "..", "docs", "camel-main.md"));
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
