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
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the URIs that the project shows against Camel's catalogue, as tools and editors do. */
class DocumentedUrisTest {

  /** In Markdown, AsciiDoc, Java, XML and YAML alike a URI ends where none of these can be. */
  private static final Pattern URI =
      Pattern.compile("(.{0,40})\\b(ark:[a-z]+(?:\\?[^\\s\"'`<>|)\\]\\\\]+)?)");

  private static final Pattern CONSUMER =
      Pattern.compile("(from|pollEnrich|fromF)\\(\"$|<from uri=\"$");
  private static final Pattern PRODUCER =
      Pattern.compile("(to|toD|enrich|wireTap)\\(\"$|<toD? uri=\"$|\\bto: \"?$");

  private static final CamelCatalog CATALOG = Documents.catalog();

  @ParameterizedTest
  @MethodSource("documents")
  void showsOnlyUrisThatExist(Path document) throws IOException {
    List<String> problems =
        uris(document)
            .map(uri -> validate(uri.group(1), uri.group(2)))
            .filter(result -> !result.isSuccess())
            .map(result -> result.summaryErrorMessage(true))
            .toList();

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "camel-ark-component/src/main/docs/ark-component.adoc"})
  void showsAUri(String guide) throws IOException {
    assertThat(uris(Documents.ROOT.resolve(guide))).anyMatch(uri -> uri.group(2).contains("?"));
  }

  @ParameterizedTest
  @CsvSource({
    "to(\", ark:files?operation=remove, remove",
    "to(\", ark:files?operashun=list, operashun",
    "to(\", ark:models?operation=list, models",
    "to(\", ark:files?operation=list&maxRetries=few, few",
    "to(\", ark:files?operation=list&olderThan=1h, olderThan",
    "from(\", ark:files?ignoreMissing=true, ignoreMissing"
  })
  void wouldNoticeAUriThatDoesNotExist(String before, String uri, String wrong) {
    EndpointValidationResult result = validate(before, uri);

    assertThat(result.summaryErrorMessage(true)).contains(wrong);
  }

  static Stream<Path> documents() throws IOException {
    return Documents.with(URI);
  }

  private static EndpointValidationResult validate(String before, String uri) {
    boolean consumer = CONSUMER.matcher(before).find();
    boolean producer = PRODUCER.matcher(before).find();
    // The catalogue does not know days, though Camel does.
    String known = uri.replaceAll("=(\\d+)d\\b", "=$1h");
    return CATALOG.validateEndpointProperties(known, false, consumer, producer);
  }

  private static Stream<MatchResult> uris(Path document) throws IOException {
    return URI.matcher(Documents.text(document))
        .results()
        // How URIs are formed, and what a log line shows: not one of them.
        .filter(uri -> !uri.group(2).startsWith("ark:resource") && !uri.group(2).endsWith("}"));
  }
}
