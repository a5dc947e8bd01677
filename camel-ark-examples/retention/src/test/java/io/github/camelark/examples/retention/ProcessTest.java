// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, which is asked to end or killed in the middle of a run. */
class ProcessTest {

  private static final Duration HANG_GUARD = Duration.ofSeconds(60);
  private static final String POLICY = "rules: [{keepNewest: 1}]";
  private static final int WANTED = 100;

  /** So many are deleted before anything happens to it. */
  private static final int DELETED = 40;

  private static final int IN_FLIGHT = 21;

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = EXTENSION.simulator();
  private LiveRun run;
  private Process process;

  /** At 20 deletions per second a run takes five seconds: long enough to be in the middle of it. */
  @BeforeEach
  void startAndWaitForTheMiddle() throws IOException {
    simulator.addFiles(ARK, 1 + WANTED);
    run = new LiveRun(simulator, ARK, folder);
    process = start();
    await()
        .atMost(HANG_GUARD)
        .until(() -> !process.isAlive() || simulator.files(ARK).size() <= 1 + WANTED - DELETED);
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy() sends no signal there")
  void aSignalLetsItFinishWhatIsInFlightWriteItsReportAndBeTakenUpByTheNextRun() throws Exception {
    process.destroy();

    assertThat(process.waitFor(HANG_GUARD.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output()).isEqualTo(143);
    JsonNode totals = run.json().get("totals");
    int deleted = totals.at("/deleted/files").asInt();
    int left = totals.at("/left/files").asInt();
    assertThat(deleted).isBetween(DELETED, WANTED - 1);
    assertThat(deleted + left).isEqualTo(WANTED);
    assertThat(simulator.files(ARK)).hasSize(1 + left);
    assertThat(output()).contains("ENDED EARLY: the process was told to stop");
    assertThatASecondRunDeletes(left);
  }

  @Tag("full")
  @Test
  void aRunAfterAKillCompletesThePlan() throws Exception {
    process.destroyForcibly().waitFor(HANG_GUARD.toSeconds(), TimeUnit.SECONDS);
    int leftByTheFirst = simulator.files(ARK).size();
    long deletedByTheFirst = 1 + WANTED - leftByTheFirst;
    String recorded = run.report(".csv");
    assertThat(leftByTheFirst).isBetween(2, 1 + WANTED - DELETED);

    assertThatASecondRunDeletes(leftByTheFirst - 1);
    // what was in flight when it was killed may be missing
    assertThat(recorded.lines().filter(line -> line.startsWith("\"deleted\"")).count())
        .isBetween(deletedByTheFirst - IN_FLIGHT, deletedByTheFirst);
  }

  private void assertThatASecondRunDeletes(int files) throws IOException {
    LiveRun second = new LiveRun(simulator, ARK, Files.createDirectory(folder.resolve("second")));

    CommandResult result = second.withPolicy(POLICY);

    assertThat(result.exitCode()).isZero();
    assertThat(second.left()).containsExactly("file-0101");
    assertThat(second.json().at("/totals/deleted/files").asInt()).isEqualTo(files);
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RetentionMain.class.getName());
    command.addAll(run.arguments(POLICY));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile());
    builder.environment().putAll(run.environment());
    return builder.start();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }
}
