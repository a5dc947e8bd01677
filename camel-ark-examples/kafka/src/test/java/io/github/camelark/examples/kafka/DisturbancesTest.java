// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.examples.pipeline.Surroundings;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Something goes wrong in the middle of many requests: each ends with one outcome all the same,
 * none is lost, and no other file is deleted. All tests share the broker and the three workers.
 */
@Tag("full")
class DisturbancesTest {

  private static final boolean FULL = "full".equals(System.getProperty("pipeline.size"));
  private static final int REQUESTS = FULL ? 2_000 : 200;
  private static final int REQUESTS_PER_SECOND = FULL ? 20 : 500;
  private static final int WORKERS = 3;

  @TempDir static Path folder;
  private static DeletionPipeline pipeline;
  private static Surroundings surroundings;

  private TopicReader receipts;
  private int before;
  private List<String> wanted;
  private List<String> others;

  @BeforeAll
  static void startPipeline() throws Exception {
    pipeline = new DeletionPipeline(folder, REQUESTS_PER_SECOND);
    surroundings = pipeline.surroundings;
    for (int i = 0; i < WORKERS; i++) {
      pipeline.startWorker();
    }
  }

  @AfterAll
  static void stopPipeline() throws Exception {
    pipeline.close();
  }

  @BeforeEach
  void start() {
    pipeline.awaitWorkers(WORKERS);
    surroundings.simulator().clearJournal();
    surroundings.addFiles("report-kept-%d.pdf", 20);
    others = surroundings.simulator().files(ARK).stream().map(SimulatedFile::id).toList();
    wanted = surroundings.addFiles("report-%d.pdf", REQUESTS);
    before = surroundings.outcomes();
    receipts = pipeline.receipts();
  }

  @AfterEach
  void stop() {
    receipts.close();
  }

  @Test
  void aWorkerIsKilledAndAnotherAdded() throws Exception {
    surroundings.slowDown(2 * REQUESTS);
    pipeline.request(wanted);
    surroundings.awaitOutcomes(before + REQUESTS / 10);

    pipeline.killWorker();
    assertThat(ended()).as("killed in the middle").isLessThan(REQUESTS);
    pipeline.startWorker();

    assertEachEndedOnce();
    assertThat(surroundings.simulator().journal())
        .as("the sum of the shares stays below the limit")
        .noneMatch(call -> call.status() == 429);
  }

  @Test
  void theBrokerIsKilledAndStartedAgain() throws Exception {
    surroundings.slowDown(2 * REQUESTS);
    pipeline.request(wanted);
    surroundings.awaitOutcomes(before + REQUESTS / 10);

    pipeline.killBroker();
    assertThat(ended()).as("killed in the middle").isLessThan(REQUESTS);
    pipeline.startBroker();

    assertEachEndedOnce();
  }

  @Test
  void theServiceIsDownForAWhile() throws Exception {
    surroundings.simulator().failNext(REQUESTS / 2, SimulatedFault.connectionReset());

    pipeline.request(wanted);

    assertEachEndedOnce();
    assertThat(surroundings.simulator().journal())
        .filteredOn(call -> call.status() == 0)
        .hasSize(REQUESTS / 2);
  }

  @Test
  void theServiceAnswers429ForAWhile() throws Exception {
    surroundings.simulator().failNext(REQUESTS / 2, SimulatedFault.status(429));

    pipeline.request(wanted);

    assertEachEndedOnce();
    assertThat(surroundings.simulator().journal())
        .filteredOn(call -> call.status() == 429)
        .hasSize(REQUESTS / 2);
  }

  private int ended() {
    return surroundings.outcomes() - before;
  }

  private void assertEachEndedOnce() {
    pipeline
        .awaitAnswers(receipts, wanted)
        .assertEachEndedOnce(surroundings.simulator(), wanted, others);
  }
}
