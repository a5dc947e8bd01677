// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import io.github.camelark.ArkComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;

/** What the project shows to its users: pages, routes, Kamelets, properties. */
final class Documents {

  static final Path ROOT = Path.of("..");

  private static final Pattern SHOWN =
      Pattern.compile(".*\\.(md|adoc|yaml|xml|properties)|.*/camel-ark-examples/.*Route\\.java");
  private static final Set<String> NOT_SHOWN =
      Set.of("target", "generated", "test", ".git", ".idea", ".mvn");
  // It describes changes, and so may name removed things.
  private static final String HISTORY = "CHANGELOG.md";

  private static final String DESCRIPTION = "/META-INF/io/github/camelark/ark.json";

  private Documents() {}

  /** Camel's catalogue, with the component in it as its jar describes it. */
  static CamelCatalog catalog() {
    CamelCatalog catalog = new DefaultCamelCatalog();
    try (InputStream description = ArkComponent.class.getResourceAsStream(DESCRIPTION)) {
      String json = new String(description.readAllBytes(), StandardCharsets.UTF_8);
      catalog.addComponent("ark", ArkComponent.class.getName(), json);
      return catalog;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> all() throws IOException {
    List<Path> documents = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_SHOWN.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = file.toString().replace('\\', '/');
            if (SHOWN.matcher(path).matches() && !path.endsWith("/" + HISTORY)) {
              documents.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return documents.stream().sorted().toList();
  }

  /** The documents in which a text of this form is found. */
  static Stream<Path> with(Pattern form) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path document : all()) {
      if (form.matcher(text(document)).find()) {
        found.add(document);
      }
    }
    return found.stream();
  }

  /** What a document says, without the escapes of XML. */
  static String text(Path document) throws IOException {
    return Files.readString(document).replace("&amp;", "&");
  }
}
