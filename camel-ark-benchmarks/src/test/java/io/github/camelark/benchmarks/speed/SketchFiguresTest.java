// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which figures stand beside the sketch's. */
class SketchFiguresTest {

  @Test
  void putsTheRunBesideTheSketch() {
    CallResults results = new CallResults();
    add(results, Variant.RAW_SOCKET, 10, 10);
    add(results, Variant.HAND_WRITTEN, 10, 40);
    add(results, Variant.ARK, 20, 30);
    add(results, Variant.CAMEL_HTTP, 60, 60);
    add(results, Variant.OFFICIAL_SDK, 100, 100);

    assertThat(SketchFigures.line(results))
        .contains(
            "one delete by one thread",
            "2.00 (0.94) of the CPU and 0.75 (1.05) of the allocation",
            "2.00 (2.04) of the CPU of the raw socket",
            "http: route takes 3.0 (4.1)",
            "official SDK 5.0 (4.8)",
            "10.0 (17) times the calls per second");
  }

  /** A call takes twice the time of its CPU, the SDK's four times. */
  private static void add(CallResults results, Variant variant, double cpu, double bytes) {
    double nanos = (variant == Variant.OFFICIAL_SDK ? 4 : 2) * cpu;
    results.add(CallKind.DELETE_1, variant, new Slice(nanos, cpu, bytes, 0));
  }
}
