// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.springboot.ArkComponentAutoConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/spring-boot.md against the example that it shows. */
class DocumentationTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "spring-boot.md");
  private static final Pattern FENCED = Pattern.compile("(?s)```(\\w+)\\n(.*?)\\n```");
  private static final Pattern OF_ARK =
      Pattern.compile("(?m)^(camel\\.component\\.ark\\.[a-z-]+)[.=]");

  @ParameterizedTest
  @MethodSource("code")
  void showsCodeOfTheExample(String code) throws IOException {
    assertThat(sources()).anyMatch(source -> source.contains(withoutBlanks(code)));
  }

  @ParameterizedTest
  @MethodSource("properties")
  void showsPropertiesThatExist(String property) throws IOException {
    assertThat(metadata()).contains("\"name\": \"" + property + "\"");
  }

  @ParameterizedTest
  @MethodSource("dependencies")
  void showsDependenciesThatTheExampleHas(String artifact) throws IOException {
    assertThat(Files.readString(Path.of("pom.xml"))).contains(artifact);
  }

  static Stream<String> code() throws IOException {
    return Stream.concat(blocks("java"), blocks("yaml"));
  }

  static Stream<String> properties() throws IOException {
    return blocks("properties")
        .flatMap(block -> OF_ARK.matcher(block).results())
        .map(property -> property.group(1));
  }

  static Stream<String> dependencies() throws IOException {
    // The BOMs are what a project needs whose parent does not name the versions.
    return Pattern.compile("<artifactId>.*(?<!-bom)</artifactId>")
        .matcher(Files.readString(PAGE))
        .results()
        .map(MatchResult::group);
  }

  private static Stream<String> blocks(String language) throws IOException {
    return FENCED
        .matcher(Files.readString(PAGE))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2));
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(Files::isRegularFile)
          .map(DocumentationTest::content)
          .map(DocumentationTest::withoutBlanks)
          .collect(Collectors.toList());
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError("cannot read " + file, e);
    }
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String metadata() throws IOException {
    try (InputStream metadata =
        ArkComponentAutoConfiguration.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return new String(metadata.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
