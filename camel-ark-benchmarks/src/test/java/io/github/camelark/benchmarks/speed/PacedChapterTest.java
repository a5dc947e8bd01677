// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as wrong, and what as too slow. */
class PacedChapterTest {

  private static final int FILES = 300;
  private static final long FIFTEEN_SECONDS = 15_000_000_000L;

  @ParameterizedTest(name = "{0} deleted and {1} failed")
  @CsvSource({"300, 0, true", "299, 0, false", "299, 1, false", "300, 1, false"})
  void isWrongUnlessEveryFileIsGoneAndNoCallFailed(int deleted, int failed, boolean right) {
    PacedChapter.Result result = result(deleted, failed, 0);

    assertThat(result.faults(FILES).isEmpty()).isEqualTo(right);
  }

  @ParameterizedTest(name = "{0} deleted, {1} failed, {2} refused")
  @CsvSource({"300, 0, 0, true", "290, 0, 0, false", "300, 1, 0, false", "300, 0, 1, false"})
  void meetsTheGoalAtTheFullRateWithoutARefusal(int deleted, int failed, int refused, boolean met) {
    assertThat(result(deleted, failed, refused).goal().met()).isEqualTo(met);
  }

  private static PacedChapter.Result result(int deleted, int failed, int refused) {
    return new PacedChapter.Result(
        "ark:", new Deletions(FIFTEEN_SECONDS, deleted, failed), refused, 0);
  }
}
