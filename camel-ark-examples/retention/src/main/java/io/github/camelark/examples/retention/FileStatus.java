// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a file is, and the words that the providers have for it. */
enum FileStatus {
  PROCESSING("uploaded", "pending", "running"),
  READY("active", "processed"),
  FAILED("error", "expired", "deleting", "deleted");

  private final Set<String> words;

  FileStatus(String... ofProviders) {
    words =
        Stream.concat(Stream.of(name().toLowerCase(Locale.ROOT)), Arrays.stream(ofProviders))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the words for it, its own name among them. */
  Set<String> words() {
    return words;
  }

  /**
   * Returns the statuses that a word of a policy names: those of all providers if it is the name of
   * one of these three, only itself if it is a provider's own; none if no provider has it.
   */
  static Set<String> named(String word) {
    for (FileStatus status : values()) {
      if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
        return status.words;
      }
      if (status.words.contains(word)) {
        return Set.of(word);
      }
    }
    return Set.of();
  }

  /** Returns all words, for messages. */
  static List<String> allWords() {
    return Arrays.stream(values()).flatMap(status -> status.words.stream()).sorted().toList();
  }
}
