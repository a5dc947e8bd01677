// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A goal that nobody looked at. */
class BulkChapterTest {

  @Test
  void isWrongInAFullRunWithoutANewerJava() {
    assertThat(BulkChapter.notMeasured(Sizes.FULL, null))
        .singleElement()
        .asString()
        .contains("virtual threads", "JAVA_25_HOME");
    assertThat(BulkChapter.notMeasured(Sizes.FULL, "/jdk-25")).isEmpty();
  }

  @Test
  void isNothingInAShortRun() {
    assertThat(BulkChapter.notMeasured(Sizes.SHORT, null)).isEmpty();
  }
}
