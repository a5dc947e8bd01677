// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures that a sketch of the design had reached, beside those of this run. */
final class SketchFigures {

  private static final CallKind KIND = CallKind.DELETE_1;

  private SketchFigures() {}

  /** One line; the sketch's figures are in brackets. */
  static String line(CallResults results) {
    return String.format(
        Locale.ROOT,
        "Beside what a sketch of the design had reached, in brackets: for one %s by one thread"
            + " ark: takes %.2f (0.94) of the CPU and %.2f (1.05) of the allocation of the"
            + " hand-written route, and %.2f (2.04) of the CPU of the raw socket; the http: route"
            + " takes %.1f (4.1) and the official SDK %.1f (4.8) times the CPU of ark:, which makes"
            + " %.1f (17) times the calls per second of the SDK.",
        KIND.operation(),
        ratio(results, Variant.ARK, Variant.HAND_WRITTEN, Slice::cpuNanos),
        ratio(results, Variant.ARK, Variant.HAND_WRITTEN, Slice::bytes),
        ratio(results, Variant.ARK, Variant.RAW_SOCKET, Slice::cpuNanos),
        ratio(results, Variant.CAMEL_HTTP, Variant.ARK, Slice::cpuNanos),
        ratio(results, Variant.OFFICIAL_SDK, Variant.ARK, Slice::cpuNanos),
        ratio(results, Variant.OFFICIAL_SDK, Variant.ARK, Slice::nanos));
  }

  private static double ratio(
      CallResults results, Variant variant, Variant base, ToDoubleFunction<Slice> cost) {
    return results.ratio(KIND, variant, base, cost);
  }
}
