// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Holds docs/retention.md against the program. */
class DocumentationTest {

  private static final String JAVA = "src/main/java/io/github/camelark/examples/retention/";
  private static final Pattern FENCED = Pattern.compile("(?s)```(\\w*)\\n(.*?)\\n```");

  @ParameterizedTest
  @CsvSource({
    "yaml, 0, src/main/resources/retention.yaml",
    "java, 0, " + JAVA + "RetentionRoute.java",
    "java, 1, " + JAVA + "DeleteRoute.java",
    "java, 2, " + JAVA + "QuotaExceededRoute.java",
    "java, 3, " + JAVA + "QuotaEvents.java",
    "java, 4, src/test/java/io/github/camelark/examples/retention/QuotaExceededTest.java"
  })
  void showsTheProgramAsItIs(String language, int number, Path file) throws IOException {
    String shown = blocks(language).get(number);

    assertThat(Files.readString(file)).contains(shown);
  }

  @Test
  void showsAnEventAsItIsRead() throws IOException {
    QuotaExceeded event = new ObjectMapper().readValue(blocks("json").get(0), QuotaExceeded.class);

    assertThat(event)
        .isEqualTo(
            new QuotaExceeded(
                QuotaExceeded.TYPE,
                true,
                "files retrieve",
                "OperationDenied.FileQuotaExceeded",
                "0217"));
  }

  @Test
  void explainsEachOption() throws IOException {
    String page = page();

    assertThat(command().getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("`" + name));
  }

  @Test
  void explainsEachExitCode() throws IOException {
    String page = page();

    assertThat(command().getCommandSpec().usageMessage().exitCodeList().keySet())
        .containsExactly("0", "1", "2", "3", "4", "130, 143")
        .allSatisfy(code -> assertThat(page).contains("\n| " + code + " | "));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("rules:\n- olderThan: 7d\n\n\n- name: x\n  olderThan: 8d\n  olderThn: 7d", 0),
        arguments("rules:\n- name: x\n\n  olderThan: 7", 1),
        arguments("rules:\n- olderThan: 7d\n- purpose: batch", 2));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void showsWhatIsSaidOfAPolicyThatIsRefused(String policy, int line) throws IOException {
    String shown =
        page()
            .lines()
            .filter(text -> text.startsWith("Error: "))
            .skip(line)
            .findFirst()
            .orElseThrow();

    PolicyException refusal =
        assertThrows(PolicyException.class, () -> PolicyFile.parse("policy.yaml", policy));
    assertThat(shown).isEqualTo("Error: " + refusal.getMessage());
  }

  @Test
  void showsALineOfProgressAsItIs() throws IOException {
    String line =
        ProgressLine.line("deleting", 400, 1000, Duration.ofMillis(20_200), "HTTP 429: 0");

    assertThat(page()).contains("\n" + line + "\n");
  }

  private static CommandLine command() {
    return RetentionCommand.commandLine(name -> null, false);
  }

  private static List<String> blocks(String language) throws IOException {
    return FENCED
        .matcher(page())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "..", "docs", "retention.md"));
  }
}
