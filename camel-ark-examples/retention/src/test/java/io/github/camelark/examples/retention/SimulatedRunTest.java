// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.examples.command.Provider;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the first command of the documentation does. */
class SimulatedRunTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Provider.class)
  void needsNoKeyAndEndsWell(Provider provider) {
    CommandResult result =
        CommandResult.run(
            Map.of(), "--provider=" + provider, "--report-dir=" + folder.resolve("reports"));

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.out())
        .startsWith("A simulated run: no key is read")
        .containsPattern("deleted +\\d\\d ")
        .containsPattern("already gone +1 ")
        .containsPattern("rule 'free space': .* before, 1[0-4]\\.\\d GB now")
        .contains("HTTP 429: 0");
  }
}
