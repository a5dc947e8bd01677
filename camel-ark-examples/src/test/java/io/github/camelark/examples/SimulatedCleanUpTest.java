// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatedCleanUpTest {

  private static final String TABLE =
      """
      provider  listed  retrieved  deleted  already gone  failed  requests sent
      ark           36         21       20             2       0             48
      azure         36         21       20             2       0             45
      openai        36         21       20             2       0             48
      """;

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();

  @Test
  void withoutOptionsShowsATableAndEndsWithExitCode0() {
    CommandResult result = CommandResult.run(Map.of());

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains(TABLE, "As expected: ", "came              file-new-3");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void uploadsItsOwnFiles() throws Exception {
    new SimulatedCleanUp(simulator, RouteLanguage.JAVA, new PrintWriter(new StringWriter()), false)
        .run();

    for (SampleAccount account : SampleAccount.ALL) {
      assertThat(simulator.journal())
          .filteredOn(request -> request.provider() == account.provider())
          .filteredOn(request -> request.method().equals("POST"))
          .filteredOn(request -> request.path().endsWith("/files"))
          .hasSize(SampleAccount.FILES + 1);
      assertThat(simulator.files(account.provider()))
          .filteredOn(file -> !file.id().startsWith("file-new"))
          .hasSize(SampleAccount.NEW_FILES)
          .allSatisfy(
              file ->
                  assertThat(simulator.upload(account.provider(), file.id()).bytes())
                      .isEqualTo(file.bytes())
                      .isPositive());
    }
  }

  @Test
  void withoutLiveReadsNothingFromTheEnvironment() {
    Map<String, String> untouchable =
        new HashMap<>() {
          @Override
          public String get(Object name) {
            throw new AssertionError("read " + name);
          }
        };

    CommandResult result = CommandResult.run(untouchable, "--language", "xml");

    assertThat(result.exitCode()).isZero();
  }

  @Test
  void reportsDifferences() throws Exception {
    simulator.failNext(
        1,
        request -> request.provider() == AZURE && request.method().equals("DELETE"),
        SimulatedFault.status(400));
    StringWriter out = new StringWriter();

    boolean asExpected =
        new SimulatedCleanUp(simulator, RouteLanguage.JAVA, new PrintWriter(out), false).run();

    assertThat(asExpected).isFalse();
    assertThat(out.toString())
        .contains(
            "azure     failed ", "azure: expected 36 listed, ", "azure: expected [file-0001, ")
        .doesNotContain("ark: expected", "As expected");
  }
}
