// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.Sizes;
import io.github.camelark.benchmarks.report.Chapter;
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
   * @param server scheme, host and port of a server that answers at once
   */
  public static Chapter measure(String server, Sizes sizes) throws IOException {
    Map<Variant, List<Long>> starts = new EnumMap<>(Variant.class);
    for (int i = 0; i < sizes.starts(); i++) {
      for (Variant variant : VARIANTS) {
        try (ChildJvm jvm = variant.start(server + "/api/v3", sizes)) {
          starts.computeIfAbsent(variant, key -> new ArrayList<>()).add(Long.parseLong(jvm.line()));
        }
      }
    }
    List<List<String>> rows = new ArrayList<>();
    starts.forEach(
        (variant, nanos) -> {
          double millis = nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
          rows.add(List.of(variant.title(), String.format(Locale.ROOT, "%.0f", millis)));
        });
    return new Chapter(
        "Start",
        List.of(
            "From new DefaultCamelContext(), or from the client's builder where there is no route, to"
                + " the first answer. The median of %d starts, each in a new JVM."
                    .formatted(sizes.starts())),
        List.of(new Table("Time to the first answer", List.of("", "ms"), rows, List.of(1))),
        List.of(),
        List.of());
  }
}
