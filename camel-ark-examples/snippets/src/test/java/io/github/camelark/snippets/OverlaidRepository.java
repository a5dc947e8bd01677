// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository with this project's artifacts, and links to all else in the build's: nothing
 * of this project gets into that one, and nothing is downloaded for each build anew.
 */
final class OverlaidRepository {

  /** Where links would hide what this project has published to the folder. */
  private static final List<Path> OWN = List.of(Path.of("io"), Path.of("io", "github"));

  private static final Path PROJECT = Path.of("io", "github", "camelark");

  private OverlaidRepository() {}

  static void link(Path below, Path repository) throws IOException {
    linkChildren(below, repository, Path.of(""));
    for (Path folder : OWN) {
      linkChildren(below, repository, folder);
    }
  }

  private static void linkChildren(Path below, Path repository, Path folder) throws IOException {
    if (!Files.isDirectory(below.resolve(folder))) {
      return;
    }
    try (Stream<Path> children = Files.list(below.resolve(folder))) {
      for (Path child : children.toList()) {
        Path name = below.relativize(child);
        if (!name.equals(PROJECT) && !Files.exists(repository.resolve(name))) {
          Files.createSymbolicLink(repository.resolve(name), child);
        }
      }
    }
  }
}
