// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.camelark.examples.command.Glob;
import io.github.camelark.model.ArkFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be deleted. A file must meet every given criterion; without any, no file may be deleted.
 * Immutable.
 *
 * @param purposes the purposes a file may have; empty: any
 * @param fileNames the names it may have, such as {@code report-*.pdf}; empty: any
 * @param responses whether model responses may be deleted
 */
public record DeletionPolicy(List<String> purposes, List<Glob> fileNames, boolean responses) {

  private static final ObjectMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Refuses a policy that allows nothing, and bad globs. */
  public DeletionPolicy(
      @Nullable List<String> purposes, @Nullable List<Glob> fileNames, boolean responses) {
    this.purposes = List.copyOf(requireNonNullElse(purposes, List.of()));
    this.fileNames = List.copyOf(requireNonNullElse(fileNames, List.of()));
    this.responses = responses;
    if (this.purposes.isEmpty() && this.fileNames.isEmpty() && !responses) {
      throw new IllegalArgumentException(
          "the policy allows nothing: give purposes, fileNames or responses: true");
    }
  }

  /**
   * Reads a policy in YAML.
   *
   * @throws IOException if it cannot be read, has an unknown field or allows nothing
   */
  public static DeletionPolicy read(InputStream yaml) throws IOException {
    DeletionPolicy policy = YAML.readValue(yaml, DeletionPolicy.class);
    if (policy == null) {
      throw new IOException("the policy is empty");
    }
    return policy;
  }

  /** Why the file may not be deleted; null if it may. */
  public @Nullable String refusalOf(ArkFile file) {
    if (purposes.isEmpty() && fileNames.isEmpty()) {
      return "the policy names no files";
    }
    if (!purposes.isEmpty() && !purposes.contains(String.valueOf(file.purpose()))) {
      return "the policy does not allow the purpose '" + file.purpose() + "'";
    }
    if (!fileNames.isEmpty() && !hasAllowedName(file.filename())) {
      return "the policy does not allow the file name '" + file.filename() + "'";
    }
    return null;
  }

  private boolean hasAllowedName(@Nullable String name) {
    return name != null && fileNames.stream().anyMatch(glob -> glob.matches(name));
  }
}
