// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {

  private static final String POLICY = "rules: [{keepNewest: 1}]";

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = EXTENSION.simulator();

  /** The simulator takes twenty at once, so it takes more of them to see that a pace is kept. */
  @Test
  void staysBelowTwentyRequestsPerSecond() throws IOException {
    LiveRun run = new LiveRun(simulator, ARK, folder);
    simulator.addFiles(ARK, 51);
    simulator.requestsPerSecond(20);

    CommandResult result = run.run(POLICY, List.of());

    assertThat(result.exitCode()).isZero();
    assertThat(simulator.journal()).extracting(RecordedRequest::status).containsOnly(200);
    assertThat(result.out()).contains("HTTP 429: 0");
  }

  @Test
  void countsEachAnswer429EvenIfARetrySucceeds() throws IOException {
    LiveRun run = new LiveRun(simulator, ARK, folder);
    simulator.addFiles(ARK, 10);
    simulator.failNext(3, request -> request.method().equals("DELETE"), SimulatedFault.status(429));
    simulator.failNext(1, request -> request.method().equals("GET"), SimulatedFault.status(429));

    CommandResult result = run.withPolicy(POLICY);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("HTTP 429: 4");
    assertThat(result.err()).contains("deleting: 9 done, 0 left", "HTTP 429: 4");
    assertThat(run.json().get("tooManyRequests").asInt()).isEqualTo(4);
  }
}
