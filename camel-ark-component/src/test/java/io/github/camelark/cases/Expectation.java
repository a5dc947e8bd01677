// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.model.ArkFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One line of what a case expects: an exception's class, an outcome of a delete, or one of these
 * words and what goes with it.
 *
 * <ul>
 *   <li>{@code files f1 f2}: these came, each once; {@code files} alone: none came
 *   <li>{@code expireAt 2025-11-26T11:45:07Z} of the only file, {@code expireAt null}
 *   <li>{@code deleted f1}: requests to delete these were sent, and no others
 *   <li>{@code requests 3}, {@code waits 700ms 1s}: so many were sent, after these waits
 *   <li>{@code says TEXT}: the exception's message contains it; {@code warns TEXT}: a log line at
 *       WARN
 *   <li>{@code mayHaveBeenExecuted}, {@code surelyNotExecuted}: what the exception says
 * </ul>
 */
public record Expectation(String word, String rest) {

  static Expectation of(String line) {
    String[] words = line.split(" ", 2);
    return new Expectation(words[0], words.length == 1 ? "" : words[1]);
  }

  public void check(Result result) {
    if (word.endsWith("Exception")) {
      assertThat(result.failure()).isNotNull();
      assertThat(result.failure().getClass().getSimpleName()).isEqualTo(word);
      return;
    }
    switch (word) {
      case "DELETED", "ALREADY_GONE", "NOT_DELETED" -> {
        assertThat(result.failure()).isNull();
        assertThat(result.outcome()).isEqualTo(word);
      }
      case "files" -> {
        assertThat(result.failure()).isNull();
        assertThat(result.files())
            .extracting(ArkFile::id)
            .containsExactlyInAnyOrderElementsOf(words());
      }
      case "expireAt" ->
          assertThat(result.files())
              .singleElement()
              .extracting(ArkFile::expireAt)
              .isEqualTo(rest.equals("null") ? null : Instant.parse(rest));
      case "deleted" -> assertThat(result.deleted()).containsExactlyInAnyOrderElementsOf(words());
      case "requests" -> assertThat(result.requests()).hasSize(Integer.parseInt(rest));
      case "waits" ->
          assertThat(result.waits())
              .isEqualTo(words().stream().map(Expectation::duration).toList());
      case "says" -> assertThat(result.failure()).hasMessageContaining(rest);
      case "warns" -> assertThat(result.warnings()).anyMatch(line -> line.contains(rest));
      case "mayHaveBeenExecuted" -> assertThat(mayHaveBeenExecuted(result)).isTrue();
      case "surelyNotExecuted" -> assertThat(mayHaveBeenExecuted(result)).isFalse();
      default -> throw new IllegalArgumentException("no such expectation: " + this);
    }
  }

  private static boolean mayHaveBeenExecuted(Result result) {
    assertThat(result.failure()).isInstanceOf(ArkException.class);
    return ((ArkException) result.failure()).mayHaveBeenExecuted();
  }

  private List<String> words() {
    return rest.isEmpty() ? List.of() : List.of(rest.split(" "));
  }

  private static Duration duration(String text) {
    return Duration.parse(
        text.endsWith("ms")
            ? "PT" + Integer.parseInt(text.replace("ms", "")) / 1000.0 + "S"
            : "PT" + text);
  }

  @Override
  public String toString() {
    return (word + " " + rest).trim();
  }
}
