// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the URIs that the documents show against what the component says that it has. */
class DocumentedUrisTest {

  /** In Markdown, AsciiDoc, Java, XML and YAML alike a URI ends where none of these can be. */
  private static final Pattern URI = Pattern.compile("\\bark:([a-z]+)(?:\\?([^\\s\"'`<>|)\\]]+))?");

  @ParameterizedTest
  @MethodSource("documents")
  void showsOnlyUrisThatExist(Path document) throws IOException {
    OptionTables tables = OptionTables.read(Path.of(""));
    List<String> unknown = new ArrayList<>();

    for (MatchResult uri : uris(document)) {
      if (!tables.resources().contains(uri.group(1))) {
        unknown.add(uri.group() + ": there is no resource " + uri.group(1));
      }
      optionsOf(uri).stream()
          .filter(option -> !option.startsWith("http."))
          .filter(option -> !tables.endpointOptions().contains(option))
          .forEach(option -> unknown.add(uri.group() + ": there is no option " + option));
    }

    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("guides")
  void showsHowAUriLooks(Path document) throws IOException {
    assertThat(uris(document)).anyMatch(uri -> !optionsOf(uri).isEmpty());
  }

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("..", "docs"))) {
      List<Path> pages = docs.filter(page -> page.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(guides(), pages.stream());
    }
  }

  static Stream<Path> guides() {
    return Stream.of(Path.of("..", "README.md"), Path.of("src/main/docs/ark-component.adoc"));
  }

  private static List<MatchResult> uris(Path document) throws IOException {
    String text = Files.readString(document).replace("&amp;", "&");
    return URI.matcher(text)
        .results()
        .filter(uri -> !uri.group(1).equals("resource")) // how URIs are formed, not one of them
        .toList();
  }

  private static List<String> optionsOf(MatchResult uri) {
    return uri.group(2) == null
        ? List.of()
        : Arrays.stream(uri.group(2).split("&"))
            .map(option -> option.replaceFirst("=.*", ""))
            .toList();
  }
}
