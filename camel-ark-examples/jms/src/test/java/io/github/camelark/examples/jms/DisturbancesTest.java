// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Something goes wrong in the middle of many requests: each ends with one outcome all the same,
 * none is lost, and no other file is deleted.
 */
class DisturbancesTest {

  private static final boolean FULL = "full".equals(System.getProperty("pipeline.size"));
  private static final int REQUESTS = FULL ? 2_000 : 200;
  private static final int REQUESTS_PER_SECOND = FULL ? 20 : 500;

  @TempDir Path folder;
  private DeletionPipeline pipeline;
  private List<String> wanted;
  private List<String> others;

  @BeforeEach
  void start() throws Exception {
    pipeline = new DeletionPipeline(folder, REQUESTS_PER_SECOND);
    wanted = pipeline.addFiles("report-%d.pdf", REQUESTS);
    others = pipeline.addFiles("report-kept-%d.pdf", 20);
  }

  @AfterEach
  void stop() throws Exception {
    pipeline.close();
  }

  @Test
  void theBrokerIsKilledAndStartedAgain() throws Exception {
    pipeline.request(wanted);
    pipeline.awaitOutcomes(REQUESTS / 4);

    pipeline.killBroker();
    assertThat(pipeline.outcomes()).as("killed in the middle").isLessThan(REQUESTS);
    pipeline.startBroker();

    assertEachEndedOnce();
  }

  @Test
  void theWorkerIsKilledAndStartedAgain() throws Exception {
    pipeline.request(wanted);
    pipeline.awaitOutcomes(REQUESTS / 4);

    pipeline.killWorker();
    assertThat(pipeline.outcomes()).as("killed in the middle").isLessThan(REQUESTS);
    pipeline.startWorker();

    assertEachEndedOnce();
  }

  @Test
  void theServiceIsDownForAWhile() throws Exception {
    pipeline.simulator.failNext(REQUESTS / 2, SimulatedFault.connectionReset());

    pipeline.request(wanted);

    assertEachEndedOnce();
    assertThat(pipeline.simulator.journal()).filteredOn(call -> call.status() == 0).isNotEmpty();
  }

  @Test
  void theServiceAsksForPatienceForAWhile() throws Exception {
    pipeline.simulator.failNext(REQUESTS / 2, SimulatedFault.status(429));

    pipeline.request(wanted);

    assertEachEndedOnce();
    assertThat(pipeline.simulator.journal()).filteredOn(call -> call.status() == 429).isNotEmpty();
  }

  private void assertEachEndedOnce() throws Exception {
    Map<String, Set<String>> receipts = pipeline.awaitReceipts(new HashSet<>(wanted));
    assertThat(receipts.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(receipts.values())
        .allSatisfy(
            outcomes -> assertThat(outcomes).hasSize(1).isSubsetOf("DELETED", "ALREADY_GONE"));
    assertThat(pipeline.simulator.files(ARK))
        .extracting(SimulatedFile::id)
        .containsExactlyInAnyOrderElementsOf(others);
    assertThat(deleted()).isEqualTo(new HashSet<>(wanted));
  }

  private Set<String> deleted() {
    return pipeline.simulator.journal().stream()
        .filter(call -> call.method().equals("DELETE"))
        .map(RecordedRequest::path)
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }
}
