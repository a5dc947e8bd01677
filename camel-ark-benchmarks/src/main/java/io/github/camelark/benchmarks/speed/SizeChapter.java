// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.ArkComponent;
import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Goal;
import io.github.camelark.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How large the component is and what it brings along, beside its neighbours. */
public final class SizeChapter {

  private static final String COMPONENT = "camel-ark-component";
  private static final int MOST_JARS = 1;

  private final ClassPath classPath;
  private final Set<String> ofCamel;
  private final List<List<String>> rows = new ArrayList<>();

  private SizeChapter(ClassPath classPath) {
    this.classPath = classPath;
    this.ofCamel = classPath.withAllItNeeds("camel-core", "camel-http", "camel-jackson");
  }

  /** Measures. */
  public static Chapter measure() throws IOException {
    return new SizeChapter(ClassPath.read()).chapter();
  }

  private Chapter chapter() throws IOException {
    List<String> notes = new ArrayList<>();
    notes.add("Camel's are camel-core, camel-http, camel-jackson and all that these bring.");
    Path packed = packedComponent();
    if (packed == null) {
      notes.add("The component is left out: its jar is not packed.");
    } else {
      addRow("ark: " + COMPONENT, packed, brought(COMPONENT));
    }
    addRow("http: camel-http", jar("camel-http"), brought("camel-http"));
    for (Path neighbour : BuildFolder.jars("neighbours")) {
      String name = neighbour.getFileName().toString().replaceFirst("-[0-9].*", "");
      rows.add(List.of(name.substring("camel-".length()) + ": " + name, size(neighbour), "", ""));
    }
    for (String sdk : List.of("volcengine-java-sdk-ark-runtime", "openai-java")) {
      addRow(sdk, jar(sdk), brought(sdk));
    }
    List<String> head = List.of("", "KB", "jars beyond Camel's", "KB of these");
    return new Chapter(
        "Size",
        notes,
        List.of(new Table("Jars", head, rows)),
        List.of(fewJars(brought(COMPONENT))),
        List.of(),
        List.of());
  }

  private void addRow(String name, Path jar, Set<String> brought) throws IOException {
    List<Path> jars = brought.stream().flatMap(each -> classPath.jar(each).stream()).toList();
    rows.add(List.of(name, size(jar), "" + jars.size(), jars.isEmpty() ? "0" : size(jars)));
  }

  private Path jar(String artifact) {
    return classPath.jar(artifact).orElseThrow();
  }

  private Set<String> brought(String artifact) {
    Set<String> all = classPath.withAllItNeeds(artifact);
    all.remove(artifact);
    all.removeAll(ofCamel);
    return all;
  }

  private static Goal fewJars(Set<String> brought) {
    String names = brought.isEmpty() ? "" : " (" + String.join(", ", brought) + ")";
    return new Goal(
        "jars that it brings beyond Camel's: %d%s, at most %d"
            .formatted(brought.size(), names, MOST_JARS),
        brought.size() <= MOST_JARS);
  }

  private static String size(Path... jars) throws IOException {
    return size(List.of(jars));
  }

  private static String size(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return String.format(Locale.ROOT, "%.0f", bytes / 1000.0);
  }

  private static @Nullable Path packedComponent() throws IOException {
    Path component = BuildFolder.of(ArkComponent.class);
    if (Files.isRegularFile(component)) {
      return component;
    }
    return BuildFolder.jarsIn(component.resolveSibling("")).stream()
        .filter(file -> file.getFileName().toString().matches(COMPONENT + "-[0-9].*\\.jar"))
        .filter(file -> !file.toString().matches(".*-(sources|javadoc)\\.jar"))
        .findFirst()
        .orElse(null);
  }
}
