// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the tables of calls say, in one line. */
final class KeyFigures {

  private static final CallKind KIND = CallKind.DELETE_1;

  private KeyFigures() {}

  /** For one deletion by one thread. */
  static String line(CallResults results) {
    return String.format(
        Locale.ROOT,
        "One %s by one thread: ark: takes %.2f of the CPU and %.2f of the allocation of the"
            + " hand-written route, and %.2f of the CPU of the raw socket. The http: route takes"
            + " %.1f and the official SDK %.1f times the CPU of ark:, which makes %.1f times the"
            + " calls per second of the SDK.",
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
