// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.dialect.Statuses;
import io.github.camelark.text.RemoteText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the option {@code status} asks for.
 *
 * @param words in the provider's words; empty for all
 * @param unknown those that no provider has today: they may be tomorrow's, or wrong
 */
public record WantedStatuses(Set<String> words, List<String> unknown) {

  /**
   * Reads the option.
   *
   * @throws IllegalArgumentException if nothing could come: a word of another provider, a misspelt
   *     one, or none at all between commas
   */
  public static WantedStatuses of(@Nullable String option, Dialect dialect) {
    if (option == null || option.isBlank()) {
      return new WantedStatuses(Set.of(), List.of());
    }
    Statuses statuses = dialect.fileStatuses();
    Set<String> words = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String word : option.split(",")) {
      String status = word.trim();
      if (status.isEmpty()) {
        continue;
      }
      if (!isKnown(status, statuses)) {
        refuseIfMistaken(status, dialect);
        unknown.add(status);
      }
      words.add(status);
      words.addAll(statuses.meaning(status));
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("status has only commas: name a status, or remove it");
    }
    return new WantedStatuses(words, unknown);
  }

  /** What to say of those that are unknown. */
  public List<String> warnings(Dialect dialect) {
    return unknown.stream()
        .map(
            status ->
                "status '%s' is not known, and only files that have it come: %s"
                    .formatted(RemoteText.excerpt(status, 100), known(dialect)))
        .toList();
  }

  /** For messages. */
  private static String known(Dialect dialect) {
    return "provider %s has %s, and processing, ready and failed stand for them"
        .formatted(dialect.name(), String.join(", ", dialect.fileStatuses().words()));
  }

  private static boolean isKnown(String status, Statuses statuses) {
    return Statuses.NEUTRAL.contains(status) || statuses.words().contains(status);
  }

  private static void refuseIfMistaken(String status, Dialect dialect) {
    Stream<String> allWords =
        Stream.concat(
            Statuses.NEUTRAL.stream(),
            Dialects.all().stream().flatMap(other -> other.fileStatuses().words().stream()));
    if (allWords.anyMatch(word -> Spelling.isNearly(status, word))) {
      throw new IllegalArgumentException(
          "status must not be '%s', which no file would have: %s"
              .formatted(RemoteText.excerpt(status, 100), known(dialect)));
    }
  }
}
