// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Statuses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileStatusTest {

  @ParameterizedTest
  @MethodSource("io.github.camelark.dialect.Dialects#all")
  void hasTheWordsThatTheComponentHas(Dialect dialect) {
    Statuses statuses = dialect.fileStatuses();

    assertThat(FileStatus.PROCESSING.words()).containsAll(statuses.processing());
    assertThat(FileStatus.READY.words()).containsAll(statuses.ready());
    assertThat(FileStatus.FAILED.words()).containsAll(statuses.failed());
  }

  @Test
  void namesOfTheThreeStandForTheWordsOfAllProviders() {
    assertThat(FileStatus.named("failed")).contains("failed", "error");
    assertThat(FileStatus.named("ready")).contains("active", "processed");
    assertThat(Statuses.NEUTRAL).allSatisfy(w -> assertThat(FileStatus.named(w)).isNotEmpty());
  }

  @Test
  void wordOfAProviderStandsForItselfOnly() {
    assertThat(FileStatus.named("error")).containsExactly("error");
    assertThat(FileStatus.named("running")).containsExactly("running");
    assertThat(FileStatus.named("actve")).isEmpty();
  }
}
