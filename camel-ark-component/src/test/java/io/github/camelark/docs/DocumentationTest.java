// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {

  @ParameterizedTest
  @ValueSource(strings = {"options.md", "headers.md", "errors.md"})
  void matchesTheComponent(String page) throws IOException {
    String expected = OptionTables.read(Path.of("")).pages().get(page);

    String committed = Files.readString(Path.of("..", "docs", page));

    assertThat(committed)
        .as("docs/%s is not what the component's description gives: run 'make docs'", page)
        .isEqualTo(expected);
  }
}
