// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static io.github.camelark.examples.retention.LiveRun.file;
import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps a run from deleting too much. */
class BrakesTest {

  private static final String OLDER_THAN_A_WEEK = "rules: [{olderThan: 7d}]";

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = EXTENSION.simulator();
  private LiveRun run;

  @BeforeEach
  void begin() {
    run = new LiveRun(simulator, ARK, folder);
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void aDryRunShowsThePlanAndDeletesNothing(SimulatedProvider provider) throws IOException {
    run = new LiveRun(simulator, provider, folder);
    run.add(file("old", 8), file("new", 1));

    CommandResult result = run.withPolicy(OLDER_THAN_A_WEEK, "--dry-run");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("would be deleted  old  old.pdf  100 B: rule 'rules[0]'")
        .contains("A dry run: nothing was deleted.");
    assertThat(run.sent()).containsOnly("GET");
    assertThat(run.outcomes())
        .isEqualTo(Map.of("would be deleted", List.of("old"), "kept", List.of("new")));
  }

  @Test
  void aDryRunAndARunHaveTheSamePlan() throws IOException {
    SampleAccount.of(io.github.camelark.examples.command.Provider.ARK).fill(simulator);
    String policy = Files.readString(Path.of("src/main/resources/retention.yaml"));
    run.withPolicy(policy, "--dry-run");
    List<String> planned = run.outcomes().get("would be deleted");
    run = new LiveRun(simulator, ARK, Files.createDirectory(folder.resolve("second")));

    run.withPolicy(policy);

    Map<String, List<String>> outcomes = run.outcomes();
    assertThat(planned).hasSizeGreaterThan(10);
    assertThat(outcomes.get("deleted")).hasSize(planned.size() - 1).isSubsetOf(planned);
    assertThat(outcomes.get("already gone")).hasSize(1).isSubsetOf(planned);
  }

  @Test
  void aRunEndsAfterMaxDeletionsAndSaysSo() throws IOException {
    run.add(file("a", 13), file("b", 12), file("c", 11), file("d", 10), file("new", 1));

    CommandResult result = run.withPolicy(OLDER_THAN_A_WEEK, "--max-deletions=3");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out())
        .contains("ENDED EARLY: a run deletes at most 3 files: run again for the rest");
    assertThat(run.left()).containsExactly("d", "new");
    assertThat(run.outcomes().get("left")).containsExactly("d");
  }

  @Test
  void maxDeletionsThatAreJustEnoughEndNothingEarly() throws IOException {
    run.add(file("a", 13), file("b", 12));

    CommandResult result = run.withPolicy(OLDER_THAN_A_WEEK, "--max-deletions=2");

    assertThat(result.exitCode()).isZero();
    assertThat(run.left()).isEmpty();
  }

  @Test
  void aThousandDeletionsAreTheMostUnlessMoreAreAllowed() throws IOException {
    run = new LiveRun(simulator, SimulatedProvider.OPENAI, folder);
    simulator.addFiles(SimulatedProvider.OPENAI, 1_002);

    CommandResult result = run.withPolicy("rules: [{keepNewest: 1}]");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(run.left()).containsExactly("file-1001", "file-1002");
  }

  @Test
  void aDryRunShowsWhatMaxDeletionsWouldLeave() throws IOException {
    run.add(file("a", 13), file("b", 12));

    CommandResult result = run.withPolicy(OLDER_THAN_A_WEEK, "--max-deletions=1", "--dry-run");

    assertThat(result.exitCode()).isZero();
    assertThat(run.outcomes())
        .isEqualTo(Map.of("would be deleted", List.of("a"), "left", List.of("b")));
  }

  @Test
  void filesInProcessingStayUnlessNamed() throws IOException {
    run.add(file("a", 9).withStatus("processing"), file("b", 9));

    run.withPolicy(OLDER_THAN_A_WEEK);

    assertThat(run.left()).containsExactly("a");
    assertThat(run.report(".json")).contains("its status is processing");
  }

  @Test
  void filesInProcessingGoIfNamed() throws IOException {
    run.add(file("a", 9).withStatus("processing"), file("b", 9));

    run.withPolicy("rules: [{olderThan: 7d, status: processing}]");

    assertThat(run.left()).containsExactly("b");
  }

  @Test
  void nothingIsDeletedIfTheListEndsWithAnError() throws IOException {
    simulator.addFiles(ARK, 250);
    simulator.failNext(
        3,
        request -> request.query() != null && request.query().contains("file-0200"),
        SimulatedFault.status(500));

    CommandResult result = run.withPolicy("rules: [{keepNewest: 1}]");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("FAILED: ark:files list failed: HTTP 500");
    assertThat(run.sent()).containsOnly("GET").hasSize(5);
    assertThat(run.json().get("failure").asText()).contains("HTTP 500");
  }

  @Test
  void aServiceThatRefusesTwentyDeletionsInARowIsLeftAlone() throws IOException {
    simulator.addFiles(ARK, 200);
    simulator.failNext(
        200, request -> request.method().equals("DELETE"), SimulatedFault.status(400));

    CommandResult result = run.withPolicy("rules: [{keepNewest: 1}]");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("FAILED: 20 deletions failed one after the other")
        .contains("ENDED EARLY: 20 deletions failed one after the other");
    // twenty, and what was in flight beside them
    assertThat(run.outcomes().get("failed")).hasSizeBetween(20, 41);
  }

  @Test
  void nothingIsDeletedIfNoReportCanBeWritten() throws IOException {
    run.add(file("a", 9));
    Files.writeString(run.reports(), "a file where the folder should be");

    CommandResult result = run.withPolicy(OLDER_THAN_A_WEEK);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("FileAlreadyExistsException", run.reports().toString());
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void aNameCannotChooseAnotherFile() throws IOException {
    SimulatedFile hostile = file("../responses/resp_0001?x=1&fileId=new#%2e", 9).withPurpose("a&b");
    run.add(hostile, file("new", 1));
    simulator.addResponse(ARK);

    CommandResult result = run.withPolicy(OLDER_THAN_A_WEEK);

    assertThat(result.exitCode()).isZero();
    assertThat(run.left()).containsExactly("new");
    assertThat(simulator.hasResponse(ARK, "resp_0001")).isTrue();
  }
}
