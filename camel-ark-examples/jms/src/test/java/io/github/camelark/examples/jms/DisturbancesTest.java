// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.examples.pipeline.Surroundings;
import io.github.camelark.test.SimulatedFault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
  private Surroundings surroundings;
  private List<String> wanted;
  private List<String> others;

  @BeforeEach
  void start() throws Exception {
    pipeline = new DeletionPipeline(folder, REQUESTS_PER_SECOND);
    surroundings = pipeline.surroundings;
    wanted = surroundings.addFiles("report-%d.pdf", REQUESTS);
    others = surroundings.addFiles("report-kept-%d.pdf", 20);
  }

  @AfterEach
  void stop() throws Exception {
    pipeline.close();
  }

  @Tag("full")
  @Test
  void theBrokerIsKilledAndStartedAgain() throws Exception {
    surroundings.slowDown(2 * REQUESTS);
    pipeline.request(wanted);
    surroundings.awaitOutcomes(REQUESTS / 10);

    pipeline.killBroker();
    assertThat(surroundings.outcomes()).as("killed in the middle").isLessThan(REQUESTS);
    pipeline.startBroker();

    assertEachEndedOnce();
  }

  @Test
  void theWorkerIsKilledAndStartedAgain() throws Exception {
    surroundings.slowDown(2 * REQUESTS);
    pipeline.request(wanted);
    surroundings.awaitOutcomes(REQUESTS / 10);

    pipeline.killWorker();
    assertThat(surroundings.outcomes()).as("killed in the middle").isLessThan(REQUESTS);
    pipeline.startWorker();

    assertEachEndedOnce();
  }

  @Tag("full")
  @Test
  void theServiceIsDownForAWhile() throws Exception {
    surroundings.simulator().failNext(REQUESTS / 2, SimulatedFault.connectionReset());

    pipeline.request(wanted);

    assertEachEndedOnce();
    assertThat(surroundings.simulator().journal())
        .filteredOn(call -> call.status() == 0)
        .hasSize(REQUESTS / 2);
  }

  @Tag("full")
  @Test
  void theServiceAnswers429ForAWhile() throws Exception {
    surroundings.simulator().failNext(REQUESTS / 2, SimulatedFault.status(429));

    pipeline.request(wanted);

    assertEachEndedOnce();
    assertThat(surroundings.simulator().journal())
        .filteredOn(call -> call.status() == 429)
        .hasSize(REQUESTS / 2);
  }

  private void assertEachEndedOnce() throws Exception {
    pipeline.awaitAnswers(wanted).assertEachEndedOnce(surroundings.simulator(), wanted, others);
  }
}
