// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

  @ParameterizedTest
  @ValueSource(strings = {"jms", "kafka", "response-lifecycle"})
  void isOnDiskBeforeACommitIsAnswered(String pipeline) throws IOException {
    Path properties = Path.of(pipeline, "src/main/resources/application.properties");

    assertThat(Files.readAllLines(properties))
        .filteredOn(line -> line.startsWith("database.url"))
        .singleElement()
        .asString()
        .contains("jdbc:h2:file:", ";WRITE_DELAY=0");
  }
}
