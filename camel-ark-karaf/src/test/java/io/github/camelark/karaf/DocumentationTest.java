// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

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

/** Holds docs/karaf.md against the bundles that the tests run in Karaf. */
class DocumentationTest {

  private static final Pattern FENCED = Pattern.compile("(?s)```(\\w*)\\n(.*?)\\n```");

  @ParameterizedTest
  @CsvSource({
    "0, watch/WatchFiles.java",
    "1, watch/WatchRoute.java",
    "2, cleanup/CleanUpActivator.java",
    "3, cleanup/CleanUpRoutes.java",
    "4, cleanup/CleanUpRoute.java"
  })
  void showsTheCodeThatRuns(int number, Path file) throws IOException {
    Path sources = Path.of("src/test/java/io/github/camelark/karaf");

    String code = Files.readString(sources.resolve(file));
    // The tests poll sooner and more often.
    String documented = unindented(code.replace("&initialDelay=0&delay=200", ""));

    assertThat(documented).contains(snippets("java").get(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<artifactId>camel-core-osgi</artifactId>\n<version>${camel.karaf.version}</version>",
        "<artifactId>org.osgi.service.component.annotations</artifactId>\n<version>1.5.1</version>"
      })
  void showsTheVersionsThatAreTested(String dependency) throws IOException {
    String version = unindented(Files.readString(Path.of("pom.xml")));
    String shown = snippets("xml").get(0);

    assertThat(version).contains(dependency, "<camel.karaf.version>4.14.5</camel.karaf.version>");
    assertThat(shown).contains(dependency.replace("${camel.karaf.version}", "4.14.5"));
  }

  private static List<String> snippets(String language) throws IOException {
    return FENCED
        .matcher(Files.readString(Path.of("..", "docs", "karaf.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> unindented(block.group(2)))
        .toList();
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
