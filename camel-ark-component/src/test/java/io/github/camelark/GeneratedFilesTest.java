// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the committed src/generated against what the build generates. */
class GeneratedFilesTest {

  private static final Path COMMITTED = Path.of("src", "generated");
  private static final Path GENERATED = Path.of("target", "generated-by-build");

  @Test
  void matchWhatTheBuildGenerates() throws IOException {
    Map<String, String> generated = filesIn(GENERATED);
    Map<String, String> committed = filesIn(COMMITTED);

    Set<String> different = new TreeSet<>(generated.keySet());
    different.addAll(committed.keySet());
    different.removeIf(path -> Objects.equals(generated.get(path), committed.get(path)));

    assertThat(different)
        .as("src/generated is not what the build generates: run 'make generate' and commit it")
        .isEmpty();
    assertThat(generated).isNotEmpty();
  }

  /** Paths and contents. ISO 8859-1 gives every byte a character of its own. */
  private static Map<String, String> filesIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  path -> folder.relativize(path).toString(), GeneratedFilesTest::content));
    }
  }

  private static String content(Path path) {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError("cannot read " + path, e);
    }
  }
}
