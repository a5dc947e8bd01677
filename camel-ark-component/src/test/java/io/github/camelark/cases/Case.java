// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.test.ScriptedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of {@code src/test/resources/cases}: what a server replies, what is called, and what is
 * right.
 *
 * @param uri with {@code from} in front of it for a consumer
 * @param polls how often a consumer polls
 * @param expectations see {@link Expectation}
 */
public record Case(
    String name,
    String provider,
    String uri,
    String body,
    int polls,
    List<ScriptedReply> replies,
    List<Expectation> expectations) {

  private static final Path FOLDER = Path.of("src/test/resources/cases");

  public static List<Case> all() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        cases.add(read(file));
      }
    }
    return cases;
  }

  private static Case read(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    List<Expectation> expectations = new ArrayList<>();
    JsonNode expect = json.required("expect");
    (expect.isArray() ? expect : List.of(expect))
        .forEach(line -> expectations.add(Expectation.of(line.asText())));
    return new Case(
        file.getFileName().toString().replace(".json", ""),
        json.required("provider").asText(),
        json.required("uri").asText(),
        json.path("body").asText(null),
        json.path("polls").asInt(1),
        ScriptedReply.read(file),
        expectations);
  }

  public boolean isConsumer() {
    return uri.startsWith("from ");
  }

  /** The URI with what a case leaves out. */
  public String endpoint(String baseUrl) {
    String plain = uri.replaceFirst("^from ", "");
    return plain
        + (plain.contains("?") ? "&" : "?")
        + "provider=%s&baseUrl=%s&apiKey=fake-key".formatted(provider, baseUrl);
  }

  @Override
  public String toString() {
    return name;
  }
}
