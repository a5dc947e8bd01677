// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads a policy from YAML. Anything unknown is refused: a typo must not delete anything. */
final class PolicyFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .build();

  private static final Map<String, String> EXPECTED =
      Map.of(
          "rules", "a list of rules",
          "default", "a list of rules",
          "name", "a text",
          "purpose", "a text or a list of texts, such as user_data",
          "filename", "a glob or a list of globs in quotes, such as \"*.tmp\"",
          "status", "a text or a list of texts, such as failed",
          "olderThan", "an age above zero, such as 7d, 36h or 1h30m",
          "keepNewest", "a whole number from 1 on, such as 20",
          "totalBelow", "a size above zero with its unit, such as 15GB or 500MB");

  private PolicyFile() {}

  /**
   * Reads a file.
   *
   * @throws PolicyException if it cannot be read or is no policy
   */
  static Policy read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new PolicyException(file.toString(), "cannot be read", e.toString());
    }
  }

  /** The policy of the simulated run. */
  static Policy example() throws IOException {
    try (InputStream example = PolicyFile.class.getResourceAsStream("/retention.yaml")) {
      byte[] text = requireNonNull(example, "retention.yaml").readAllBytes();
      return parse("retention.yaml", new String(text, StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads the text of a file.
   *
   * @param source what to call it in messages
   * @throws PolicyException if it is no policy
   */
  static Policy parse(String source, String text) {
    try {
      return PolicyRules.check(source, YAML.readValue(text, PolicyText.class));
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      throw new PolicyException(
          source, place(e), "is not known here, only these are: " + known + ". Is it a typo?");
    } catch (JsonMappingException e) {
      throw new PolicyException(
          source,
          place(e),
          e.getCause() instanceof JsonParseException syntax
              ? problem(syntax)
              : "is not understood: write " + expected(e));
    } catch (JsonProcessingException e) {
      throw new PolicyException(source, line(e), problem(e));
    }
  }

  private static String problem(JsonProcessingException syntax) {
    return "is not YAML: " + syntax.getOriginalMessage().lines().collect(Collectors.joining(" "));
  }

  private static String place(JsonMappingException exception) {
    String path = path(exception.getPath());
    return line(exception) + (path.isEmpty() ? "" : ", " + path);
  }

  private static String line(JsonProcessingException exception) {
    JsonLocation location = exception.getLocation();
    return "line " + (location == null ? 1 : location.getLineNr());
  }

  /** For example {@code rules[1].olderThan}. */
  private static String path(List<Reference> references) {
    StringBuilder path = new StringBuilder();
    for (Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }

  /** What belongs at the place: for an element of a list, that of its field. */
  private static String expected(JsonMappingException exception) {
    List<Reference> path = exception.getPath();
    if (path.isEmpty()) {
      return "'rules:' and a list of rules, see the documentation";
    }
    if (path.size() == 2) {
      return "the fields of a rule, such as olderThan: 7d";
    }
    String field =
        path.stream()
            .map(Reference::getFieldName)
            .filter(Objects::nonNull)
            .reduce("", (outer, inner) -> inner);
    return EXPECTED.getOrDefault(field, "what the documentation says");
  }
}
