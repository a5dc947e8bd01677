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

/** How large the component is, and what it brings along. */
public final class SizeChapter {

  private static final String COMPONENT = "camel-ark-component";
  private static final long MOST_KILOBYTES = 250;
  private static final int MOST_JARS = 1;

  private SizeChapter() {}

  /** Measures. */
  public static Chapter measure() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<Goal> goals = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Path jar = jar();
    if (jar == null) {
      notes.add("The jar is left out: it is not packed.");
    } else {
      double kilobytes = Files.size(jar) / 1000.0;
      String size = String.format(Locale.ROOT, "%.0f", kilobytes);
      rows.add(List.of("jar, KB", size));
      goals.add(
          new Goal(
              "the jar has " + size + " KB, at most " + MOST_KILOBYTES,
              kilobytes <= MOST_KILOBYTES));
    }
    Set<String> more = beyondCamel();
    rows.add(List.of("jars beyond camel-core, camel-http and camel-jackson", "" + more.size()));
    goals.add(jars(more));
    return new Chapter(
        "Size",
        notes,
        List.of(new Table("Component", List.of("", ""), rows)),
        goals,
        List.of(),
        List.of());
  }

  private static Goal jars(Set<String> more) {
    String names = more.isEmpty() ? "" : " (" + String.join(", ", more) + ")";
    return new Goal(
        "jars that it brings beyond Camel's: %d%s, at most %d"
            .formatted(more.size(), names, MOST_JARS),
        more.size() <= MOST_JARS);
  }

  private static Set<String> beyondCamel() throws IOException {
    ClassPath classPath = ClassPath.read();
    Set<String> all = classPath.withAllItNeeds(COMPONENT);
    all.remove(COMPONENT);
    all.removeAll(classPath.withAllItNeeds("camel-core", "camel-http", "camel-jackson"));
    return all;
  }

  private static @Nullable Path jar() throws IOException {
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
