// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/command-line.md against the files and messages of {@link CommandLineIT}. */
class DocumentationTest {

  private static final Pattern FENCED = Pattern.compile("(?s)```(\\w+)\\n(.*?)\\n```");

  @ParameterizedTest
  @CsvSource({
    "yaml, 0, watch-files.camel.yaml",
    "yaml, 1, clean-up.camel.yaml",
    "yaml, 2, watch-by-kamelet.camel.yaml",
    "properties, 0, application.properties"
  })
  void showsTheFilesAsTheyAre(String language, int number, Path file) throws IOException {
    assertThat(Files.readString(file)).endsWith(snippets(language).get(number) + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camel run watch-files.camel.yaml"
            + " --dep=mvn:io.github.camelark:camel-ark-component:0.1.0-SNAPSHOT",
        "camel run clean-up.camel.yaml application.properties"
      })
  void showsTheCommandsThatAreRun(String command) throws IOException {
    assertThat(snippets("sh")).contains(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`Cannot find component with name: ark`",
        "`Error binding property (camel.component.ark.maxRetires=3)`",
        "`callTimeout must be a duration, for example 500ms, 30s or 7d, but is 'ten parsecs'`",
        "`Property with key [env:ARK_API_KEY] using function [env] returned null value`",
        "`apiKey is missing`"
      })
  void showsTheMessagesThatAreSeen(String message) throws IOException {
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
    return Files.readString(Path.of("..", "..", "docs", "command-line.md"));
  }
}
