// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which figures are divided by which. */
class CallChapterTest {

  @Test
  void dividesWhatItSaysItDivides() {
    CallResults results = new CallResults();
    add(results, Variant.RAW_SOCKET, 10, 10);
    add(results, Variant.HAND_WRITTEN, 10, 40);
    add(results, Variant.ARK, 20, 30);
    add(results, Variant.CAMEL_HTTP, 60, 60);
    add(results, Variant.OFFICIAL_SDK, 100, 100);

    assertThat(new CallChapter(results).keyFigures())
        .contains(
            "One delete by one thread",
            "2.00 of the CPU and 0.75 of the allocation",
            "2.00 of the CPU of the raw socket",
            "http: route takes 3.0",
            "official SDK 5.0 times",
            "10.0 times the calls per second");
  }

  /** A call takes twice the time of its CPU, the SDK's four times. */
  private static void add(CallResults results, Variant variant, double cpu, double bytes) {
    double nanos = (variant == Variant.OFFICIAL_SDK ? 4 : 2) * cpu;
    results.add(CallKind.DELETE_1, variant, new Slice(nanos, cpu, bytes, 0));
  }
}
