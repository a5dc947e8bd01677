// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongUsageTest {

  private static final String KEY = "not-a-real-key";

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("--nothing", "Unknown option: '--nothing'"),
        arguments("more", "Unmatched argument at index 0: 'more'"),
        arguments("--language cobol", "cobol"),
        arguments("--delete", "--live"),
        arguments("--older-than 3d", "--live"),
        arguments("--live --dry-run", "--delete"),
        arguments("--live --older-than soon", "'soon' is not an age"),
        arguments("--live --older-than -1d", "'-1d' is not an age"),
        arguments("--live --older-than 7", "'7' is not an age"),
        arguments("--live --provider nobody", "nobody"),
        arguments("--live --provider azure", "baseUrl is required"),
        arguments("--live --provider openai --base-url http://example.com/v1", "http://"),
        arguments(
            "--live --provider openai --base-url https://user:secret@example.com/v1",
            "user or password"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void endsWithExitCode2AndOneLineThatSaysWhatIsWrong(String options, String said) {
    CommandResult result =
        CommandResult.run(
            Map.of("OPENAI_API_KEY", KEY, "AZURE_OPENAI_API_KEY", KEY), options.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines()).hasSize(2).first().asString().contains(said);
    assertThat(result.err()).endsWith("See --help." + System.lineSeparator());
    assertThat(result.out() + result.err()).doesNotContain(KEY, "secret");
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        arguments("--live", "ARK_API_KEY"),
        arguments("--live --provider ark", "ARK_API_KEY"),
        arguments("--live --provider Azure", "AZURE_OPENAI_API_KEY"),
        arguments("--live --provider openai", "OPENAI_API_KEY"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void namesTheVariableThatShouldHoldTheKey(String options, String variable) {
    CommandResult result = CommandResult.run(Map.of(variable, " "), options.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("Error: --live needs an API key: set the environment variable " + variable);
  }

  @Test
  void helpListsOptionsAndExitCodes() {
    CommandResult result = CommandResult.run(Map.of(), "--help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("--live", "--delete", "--dry-run", "--older-than=AGE", "--language=LANGUAGE")
        .contains("0   done", "1   something failed", "2   wrong usage");
  }

  @Test
  void versionIsThatOfTheBuild() {
    CommandResult result = CommandResult.run(Map.of(), "--version");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).matches("camel-ark-examples \\d+\\.\\d+\\.\\d+\\S*\\R");
  }
}
