// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.report.Chapter;
import io.github.camelark.benchmarks.report.Panel;
import io.github.camelark.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long it takes until the first call is answered. */
public final class StartChapter {

  private static final List<Variant> VARIANTS =
      List.of(
          Variant.HTTP_CLIENT,
          Variant.HAND_WRITTEN,
          Variant.ARK,
          Variant.CAMEL_HTTP,
          Variant.OFFICIAL_SDK,
          Variant.OPENAI_JAVA);

  private StartChapter() {}

  /**
   * Measures.
   *
   * @param baseUrl of a server that answers at once
   */
  public static Chapter measure(String baseUrl, Sizes sizes) throws IOException {
    Map<Variant, List<Long>> starts = new EnumMap<>(Variant.class);
    for (int i = 0; i < sizes.starts(); i++) {
      for (Variant variant : VARIANTS) {
        starts
            .computeIfAbsent(variant, key -> new ArrayList<>())
            .add(start(baseUrl, variant, sizes));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    List<Panel.Bar> bars = new ArrayList<>();
    starts.forEach(
        (variant, nanos) -> {
          double millis = nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
          String text = String.format(Locale.ROOT, "%.0f", millis);
          rows.add(List.of(variant.title(), text));
          bars.add(new Panel.Bar(variant.title(), millis, text, variant == Variant.ARK));
        });
    return new Chapter(
        "Start",
        List.of(
            "From new DefaultCamelContext(), or from the client's builder where there is no route, to"
                + " the first answer. The median of %d starts, each in a new JVM."
                    .formatted(sizes.starts())),
        List.of(new Table("Time to the first answer", List.of("", "ms"), rows)),
        List.of(),
        List.of(),
        List.of(new Panel("start: ms to the first answer", bars)));
  }

  private static long start(String baseUrl, Variant variant, Sizes sizes) throws IOException {
    try (ChildJvm jvm =
        new ChildJvm(variant.java(sizes), FirstCall.class, List.of(baseUrl, variant.name()))) {
      return Long.parseLong(jvm.line());
    }
  }
}
