// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "*.tmp, a.tmp",
        "*, ``",
        "**, a/b",
        "a, a",
        "a*, a",
        "*a, aa",
        "a?c, abc",
        "?, 😀",
        "a*b*c, aXbXbXc",
        "*-*.pdf, a-b-c.pdf",
        "a.b, a.b",
        "report-*.pdf, report-2025/q1.pdf",
        "x\\*, x\\y",
        "(a|b)+, (a|b)+",
      })
  void fits(String glob, String name) {
    assertThat(new Glob(glob).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "*.tmp, a.tmp.pdf",
        "a, A",
        "``, a",
        "?, ``",
        "??, 😀",
        "a?c, ac",
        "a.b, axb",
        "a*b*c, aXcXb",
        "report-*.pdf, a/report-1.pdf",
        "(a|b)+, ab",
      })
  void doesNotFit(String glob, String name) {
    assertThat(new Glob(glob).matches(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*-*-*-*.pdf",
        "*-*-*-*-*-*-*-*-*-*-*-*-*-*-*-*.pdf",
        "*?-*?-*?-*?-*?-*?-*?-*?.pdf",
        "*a*a*a*a*a*a*a*a*a*a*a*a*a*b"
      })
  @Timeout(10)
  void namesThatAlmostFitInManyWaysTakeNoTime(String pattern) {
    Glob glob = new Glob(pattern);

    // Backtracking from star to star takes seconds for the first of these, hours for the second.
    for (int i = 0; i < 1_000; i++) {
      assertThat(glob.matches("-".repeat(512))).isFalse();
      assertThat(glob.matches("a".repeat(512))).isFalse();
      assertThat(glob.matches("-a".repeat(256))).isFalse();
    }
  }

  @Test
  void fitsWhatARegularExpressionOfTheSameMeaningFits() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String glob = text(random, "ab*?", 6);
      String name = text(random, "ab", 8);
      assertThat(new Glob(glob).matches(name))
          .as("%s %s", glob, name)
          .isEqualTo(Pattern.matches(glob.replace("*", ".*").replace("?", "."), name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.{a,b}", "[ab]*", "a]", "}"})
  void bracketsAndBracesAreRefused(String glob) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Glob(glob))
        .withMessageContaining("only * and ? are special");
  }

  @Test
  void onlyStarsAreAnything() {
    assertThat(new Glob("*").isAnything()).isTrue();
    assertThat(new Glob("***").isAnything()).isTrue();
    assertThat(new Glob("").isAnything()).isFalse();
    assertThat(new Glob("*?").isAnything()).isFalse();
  }

  private static String text(Random random, String alphabet, int longest) {
    return random
        .ints(random.nextInt(longest + 1), 0, alphabet.length())
        .mapToObj(i -> alphabet.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
