// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real JVM is killed in the middle of a batch and started again. Its route retrieves each file,
 * and the simulator never answers for some: those are in flight when it is killed.
 */
@Timeout(180)
class KilledProcessTest {

  private static final int FILES = 250;
  private static final int FIRST_IN_FLIGHT = 149;

  private final ArkSimulator simulator = ArkSimulator.start();
  private final List<Process> processes = new ArrayList<>();
  private List<String> files;
  private String jdbcUrl;

  @TempDir private Path folder;

  @BeforeEach
  void addFiles() throws Exception {
    files =
        simulator.addFiles(SimulatedProvider.ARK, FILES).stream().map(SimulatedFile::id).toList();
    jdbcUrl = Database.POSTGRESQL.newUrl();
  }

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
    simulator.close();
  }

  @Test
  void onlyFilesInFlightAreRepeated() throws Exception {
    assertThatOnlyFilesInFlightAreRepeated(4);
  }

  @Tag("full")
  @Test
  void onlyTheFileInFlightIsRepeated() throws Exception {
    assertThatOnlyFilesInFlightAreRepeated(1);
  }

  private void assertThatOnlyFilesInFlightAreRepeated(int threads) throws Exception {
    List<String> inFlight = files.subList(FIRST_IN_FLIGHT, FIRST_IN_FLIGHT + threads);

    List<String> first = retrievedUntilKilled("idempotentRepository=#done", threads, inFlight);
    List<String> second = retrievedUntilIdle("idempotentRepository=#done", threads);

    assertThat(first).containsAll(inFlight);
    assertThat(all(first, second)).containsExactlyInAnyOrderElementsOf(files);
    assertThat(both(first, second)).containsExactlyInAnyOrderElementsOf(inFlight);
    assertThat(first).doesNotHaveDuplicates();
    assertThat(second).doesNotHaveDuplicates();
  }

  @Tag("full")
  @Test
  void fileCursorSkipsNoFileInFlight() throws Exception {
    List<String> inFlight = files.subList(FIRST_IN_FLIGHT, FIRST_IN_FLIGHT + 4);

    List<String> first = retrievedUntilKilled("cursorRepository=#cursors", 4, inFlight);
    List<String> second = retrievedUntilIdle("cursorRepository=#cursors", 4);

    assertThat(all(first, second)).containsExactlyInAnyOrderElementsOf(files);
    assertThat(second).containsAll(inFlight).doesNotContain(files.get(0));
  }

  private List<String> retrievedUntilKilled(String options, int threads, List<String> hanging)
      throws Exception {
    CountDownLatch arrived = new CountDownLatch(hanging.size());
    simulator.failNext(
        hanging.size(),
        request -> {
          boolean hangs = hanging.stream().anyMatch(id -> request.path().endsWith("/" + id));
          if (hangs) {
            arrived.countDown();
          }
          return hangs;
        },
        SimulatedFault.delay(Duration.ofMinutes(2)));
    Process process = start(options, threads);
    assertThat(arrived.await(60, TimeUnit.SECONDS)).as("all that are to hang arrived").isTrue();
    process.destroyForcibly().waitFor();
    return retrieved();
  }

  private List<String> retrievedUntilIdle(String options, int threads) throws Exception {
    simulator.clearJournal();
    assertThat(ConsumingProcess.endsWell(start(options, threads))).isTrue();
    return retrieved();
  }

  private Process start(String options, int threads) throws Exception {
    String uri = Node.uri(simulator, options);
    Process process =
        ConsumingProcess.start(
            uri,
            "ark:files?operation=retrieve&maxRetries=0&requestsPerSecond=0&baseUrl=%s&apiKey=%s"
                .formatted(
                    simulator.baseUrl(SimulatedProvider.ARK),
                    simulator.apiKey(SimulatedProvider.ARK)),
            threads,
            jdbcUrl,
            folder.resolve("cursors"),
            folder.resolve("log"));
    processes.add(process);
    return process;
  }

  /** The files that were retrieved one by one. */
  private List<String> retrieved() {
    return simulator.journal().stream()
        .map(RecordedRequest::path)
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .filter(files::contains)
        .toList();
  }

  private static Set<String> all(Collection<String> first, Collection<String> second) {
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    return all;
  }

  private static Set<String> both(Collection<String> first, Collection<String> second) {
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    return both;
  }
}
