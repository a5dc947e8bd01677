// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedPropertiesTest {

  @ParameterizedTest
  @ValueSource(strings = {PropertiesGenerator.RECORD, PropertiesGenerator.METADATA})
  void areWhatTheComponentsDescriptionGives(String file) throws IOException {
    String expected = new PropertiesGenerator(ComponentOption.all()).files().get(file);

    String committed = Files.readString(Path.of("src", "generated", file));

    assertThat(committed)
        .as("src/generated/%s is not what the component has: run 'make generate'", file)
        .isEqualTo(expected);
  }
}
