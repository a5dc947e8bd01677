// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outputs of batches become files of a folder. */
@Timeout(60)
class FetchOutputsTest {

  private static final SampleAccount ACCOUNT = SampleAccount.ALL.get(2);
  private static final Predicate<RecordedRequest> LIST =
      request -> request.path().endsWith("/files");
  private static final Predicate<RecordedRequest> DOWNLOAD =
      request -> request.path().endsWith("/content");
  private static final String LINES = "{\"answer\": 1}\n".repeat(10_000);

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path outputs;

  private final ArkSimulator simulator = EXTENSION.simulator();

  @ParameterizedTest
  @EnumSource
  void fetchesEachOutputOnceThoughItIsListedAgain(RouteLanguage language) throws Exception {
    store("file-1", "batch_output", "one\n");
    store("file-2", "batch_output", "two\n");
    store("file-3", "batch", "not an output\n");

    Counts counts = run(language, 2, 3);

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.FETCHED, 2));
    assertThat(names()).containsExactly("file-1.jsonl", "file-2.jsonl");
    assertThat(outputs.resolve("file-1.jsonl")).hasContent("one\n");
    assertThat(outputs.resolve("file-2.jsonl")).hasContent("two\n");
    assertThat(simulator.journal()).filteredOn(DOWNLOAD).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void fetchesAnOutputAgainWhoseConnectionBroke(RouteLanguage language) throws Exception {
    store("file-1", "batch_output", LINES);
    simulator.failNext(1, DOWNLOAD, SimulatedFault.truncatedBody());

    Counts counts = run(language, 1, 2);

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.FETCHED, 1));
    assertThat(names()).containsExactly("file-1.jsonl");
    assertThat(outputs.resolve("file-1.jsonl")).hasContent(LINES);
    assertThat(simulator.journal()).filteredOn(DOWNLOAD).hasSize(2);
  }

  /** Runs until so many outputs have been fetched, and so many lists asked for. */
  private Counts run(RouteLanguage language, int fetched, int lists) throws Exception {
    CountDownLatch all = new CountDownLatch(fetched);
    CountDownLatch allLists = countLists(lists);
    Tally tally = new Tally(event -> all.countDown());
    Retention retention = new Retention(SampleAccount.RETENTION, Clock.systemUTC());
    try (RunningRoutes routes =
        RunningRoutes.start(
            ACCOUNT.at(simulator),
            language,
            retention,
            tally,
            EnumSet.of(ExampleRoute.FETCH_OUTPUTS),
            Map.of("outputs", outputs.toString()))) {
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(allLists.await(30, TimeUnit.SECONDS)).isTrue();
    }
    return tally.counts();
  }

  /** A fault that hits nothing sees the requests. */
  private CountDownLatch countLists(int lists) {
    CountDownLatch latch = new CountDownLatch(lists);
    simulator.failNext(
        1,
        request -> {
          if (LIST.test(request)) {
            latch.countDown();
          }
          return false;
        },
        SimulatedFault.status(500));
    return latch;
  }

  private void store(String id, String purpose, String content) {
    simulator.addFile(
        OPENAI,
        SimulatedFile.named("output.jsonl").withId(id).withPurpose(purpose),
        content.getBytes(UTF_8));
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(outputs)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
