// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;

class ReadmeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "java, src/main/java/io/github/camelark/examples/CleanUpRoute.java",
    "yaml, src/main/resources/routes/clean-up.yaml",
    "xml, src/main/resources/routes/clean-up.xml"
  })
  void showsTheRouteAsItIs(String language, Path file) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));

    assertThat(block.find()).isTrue();
    assertThat(Files.readString(file)).contains(block.group(1));
  }

  @Test
  void explainsEachOption() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(CleanUpCommand.commandLine(name -> null, false).getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(readme).contains("`" + name));
  }
}
