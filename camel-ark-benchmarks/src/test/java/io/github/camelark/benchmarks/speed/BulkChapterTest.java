// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.benchmarks.Sizes;
import org.junit.jupiter.api.Test;

/** A goal that was not measured. */
class BulkChapterTest {

  @Test
  void isWrongInAFullRunWithoutANewerJava() {
    assertThat(BulkChapter.faults(Sizes.FULL, null))
        .singleElement()
        .asString()
        .contains("virtual threads", "JAVA_25_HOME");
    assertThat(BulkChapter.faults(Sizes.FULL, "/jdk-25")).isEmpty();
  }

  @Test
  void isNothingInAShortRun() {
    assertThat(BulkChapter.faults(Sizes.SHORT, null)).isEmpty();
  }
}
