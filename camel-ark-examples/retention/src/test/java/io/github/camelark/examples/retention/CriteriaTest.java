// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static io.github.camelark.examples.retention.LiveRun.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each criterion deletes, at each provider. */
class CriteriaTest {

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  @TempDir Path folder;

  static Stream<Arguments> criteria() {
    List<Arguments> all =
        List.of(
            arguments("olderThan: 7d", List.of("b", "c", "d", "new")),
            arguments("keepNewest: 3", List.of("c", "d", "new")),
            arguments("totalBelow: 250B", List.of("c", "d", "new")),
            arguments("filename: ['c.*', 'n*']", List.of("a", "b", "d")),
            arguments("status: [failed, error]", List.of("a", "b", "c", "d")),
            arguments("purpose: batch, olderThan: 1d", List.of("a", "b", "d", "new")),
            arguments("purpose: [batch, agent], keepNewest: 1", List.of("a", "b", "d", "new")));
    return Stream.of(SimulatedProvider.values())
        .flatMap(provider -> all.stream().map(a -> arguments(provider, a.get()[0], a.get()[1])));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("criteria")
  void deletesWhatTheCriterionSays(SimulatedProvider provider, String criterion, List<String> left)
      throws IOException {
    LiveRun run = new LiveRun(SIMULATOR.simulator(), provider, folder);
    run.add(
        file("a", 9),
        file("b", 6),
        file("c", 5).withPurpose("batch"),
        file("d", 4).withPurpose("agent"),
        // Ark tells no size of a file that failed
        file("new", 0).withStatus("failed").withBytes(1));

    CommandResult result = run.withPolicy("rules: [{" + criterion + "}]");

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(run.left()).isEqualTo(left);
  }

  @Test
  void keepsAFileWhoseTimeOfCreationTheServiceDoesNotTell() throws IOException {
    LiveRun run = new LiveRun(SIMULATOR.simulator(), SimulatedProvider.ARK, folder);
    run.add(file("a", 9), file("b", 9));
    SIMULATOR
        .simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                200,
                "application/json",
                """
                {"data": [{"id": "a", "status": "active"},
                          {"id": "b", "status": "active", "created_at": 1}]}
                """));

    CommandResult result = run.withPolicy("rules: [{olderThan: 7d}]");

    assertThat(result.exitCode()).isZero();
    assertThat(run.left()).containsExactly("a");
    assertThat(result.out()).contains("its time of creation is unknown");
  }
}
