// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What counts as growth. */
class GrowthTest {

  private static final long HEAP = 10 << 20;

  @Test
  void isContentWithFiguresThatGoUpAndDown() {
    assertThat(growth(i -> new Footprint(HEAP + i % 2 * 400_000, 18 + i % 2, 100 + i % 2)))
        .isEmpty();
  }

  @Test
  void doesNotLookAtTheWarmUp() {
    assertThat(growth(i -> i < 3 ? new Footprint(0, 1, 1) : new Footprint(HEAP, 18, 100)))
        .isEmpty();
  }

  @Test
  void noticesAHeapThatGrowsByAPercentAMinute() {
    assertThat(growth(i -> new Footprint(HEAP + i * HEAP / 100, 18, 100)))
        .singleElement()
        .asString()
        .startsWith("heap");
  }

  @Test
  void noticesAThreadInTenMinutes() {
    assertThat(growth(i -> new Footprint(HEAP, 18 + i / 10, 100)))
        .singleElement()
        .asString()
        .startsWith("threads");
  }

  @Test
  void noticesAFileInFiveMinutes() {
    assertThat(growth(i -> new Footprint(HEAP, 18, 100 + i / 5)))
        .singleElement()
        .asString()
        .startsWith("open files");
  }

  private static List<String> growth(IntFunction<Footprint> minute) {
    return new Growth(IntStream.range(0, 30).mapToObj(minute).toList()).found();
  }
}
