// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

import static io.github.camelark.snippets.CamelVersion.NEWEST;
import static io.github.camelark.snippets.CamelVersion.OLDEST;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A document that shows dependencies, and the program that is to run with them. */
enum Page {
  README("README.md", RouteInMain.class, EnumSet.allOf(CamelVersion.class)),
  CAMEL_MAIN("docs/camel-main.md", RouteInMain.class, EnumSet.allOf(CamelVersion.class)),
  // camel-kamelet 4.22.0 is not in the repository that builds run against.
  KAMELETS("docs/kamelets.md", RouteInMain.class, EnumSet.complementOf(EnumSet.of(NEWEST))),
  SPRING_BOOT("docs/spring-boot.md", RouteInSpringBoot.class, EnumSet.allOf(CamelVersion.class)),
  // There is a camel-karaf for one line of Camel only.
  KARAF("docs/karaf.md", RouteInMain.class, EnumSet.of(OLDEST));

  private static final Path ROOT = Path.of("..", "..");

  private final String file;
  private final Class<?> program;
  private final Set<CamelVersion> versions;

  Page(String file, Class<?> program, Set<CamelVersion> versions) {
    this.file = file;
    this.program = program;
    this.versions = versions;
  }

  /** The documents that could show dependencies. */
  static List<Path> candidates() throws IOException {
    List<Path> pages = new ArrayList<>();
    pages.add(ROOT.resolve("README.md"));
    try (DirectoryStream<Path> docs = Files.newDirectoryStream(ROOT.resolve("docs"), "*.md")) {
      docs.forEach(pages::add);
    }
    return pages;
  }

  Path file() {
    return ROOT.resolve(file);
  }

  Class<?> program() {
    return program;
  }

  Set<CamelVersion> versions() {
    return versions;
  }

  DependencySnippet snippet() throws IOException {
    return DependencySnippet.of(Files.readString(file()));
  }
}
