// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.dialect.Dialects;
import io.github.camelark.dialect.Statuses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StatusTableTest {

  private static final Iterable<String> NEUTRAL = Statuses.NEUTRAL;

  @ParameterizedTest
  @FieldSource("NEUTRAL")
  void saysWhatANeutralWordMeans(String neutral) throws IOException {
    String row =
        Dialects.all().stream()
            .map(dialect -> String.join(", ", dialect.fileStatuses().meaning(neutral)))
            .collect(Collectors.joining(" | ", "| `" + neutral + "` | ", " |"));

    assertThat(Files.readString(Path.of("..", "README.md"))).contains(row);
  }
}
