// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static io.github.camelark.examples.retention.LiveRun.file;
import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTest {

  private static final String POLICY = "rules: [{olderThan: 7d}]";
  private static final Predicate<RecordedRequest> DELETIONS =
      request -> request.method().equals("DELETE");

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = EXTENSION.simulator();
  private LiveRun run;

  @BeforeEach
  void begin() {
    run = new LiveRun(simulator, ARK, folder);
    run.add(file("a", 9), file("b", 8));
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void is0IfEverythingWantedIsGone(SimulatedProvider provider) throws IOException {
    run = new LiveRun(simulator, provider, folder);
    run.add(file("c", 9), file("d", 8));

    CommandResult result = run.withPolicy("rules: [{filename: [c.pdf, d.pdf], olderThan: 7d}]");

    assertThat(result.exitCode()).isZero();
    assertThat(run.left()).doesNotContain("c", "d");
    assertThat(result.out()).contains("200 B freed.");
  }

  @Test
  void is0IfThereIsNothingToDo() throws IOException {
    CommandResult result = run.withPolicy("rules: [{olderThan: 10d}]");

    assertThat(result.exitCode()).isZero();
    assertThat(run.sent()).containsOnly("GET");
  }

  @Test
  void is0IfAFileIsGoneAlready() throws IOException {
    simulator.failNext(1, DELETIONS, SimulatedFault.executedThenReset());

    CommandResult result = run.withPolicy(POLICY);

    assertThat(result.exitCode()).isZero();
    assertThat(run.outcomes().get("deleted")).hasSize(1);
    assertThat(run.outcomes().get("already gone")).hasSize(1);
    assertThat(run.json().get("bytesFreed").asLong()).isEqualTo(100);
  }

  @Test
  void is0IfAnotherClientDeletesFirst() throws IOException {
    simulator.failNext(
        1,
        request -> {
          if (request.method().equals("DELETE") && request.path().endsWith("/a")) {
            simulator.removeFile(ARK, "a");
          }
          return false;
        },
        SimulatedFault.status(500));

    CommandResult result = run.withPolicy(POLICY);

    assertThat(result.exitCode()).isZero();
    assertThat(run.outcomes())
        .isEqualTo(Map.of("already gone", List.of("a"), "deleted", List.of("b")));
  }

  @Test
  void is1IfTheServiceSaysThatItHasNotDeletedAFile() throws IOException {
    simulator.failNext(
        1,
        request -> request.method().equals("DELETE") && request.path().endsWith("/a"),
        SimulatedFault.reply(200, "application/json", "{\"id\": \"a\", \"deleted\": false}"));

    CommandResult result = run.withPolicy(POLICY);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("failed  a  a.pdf  100 B: the service answered that it has not deleted the file");
    assertThat(run.outcomes()).isEqualTo(Map.of("failed", List.of("a"), "deleted", List.of("b")));
  }

  @Test
  void is1IfAFileCannotBeDeleted() throws IOException {
    simulator.failNext(1, DELETIONS, SimulatedFault.status(400));

    CommandResult result = run.withPolicy(POLICY);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(run.outcomes().get("failed")).hasSize(1);
    assertThat(run.outcomes().get("deleted")).hasSize(1);
  }

  @Test
  void is1IfTheKeyIsWrongAndNamesNoKey() throws IOException {
    String[] arguments = run.arguments(POLICY).toArray(String[]::new);

    CommandResult result = CommandResult.run(Map.of("ARK_API_KEY", "not-the-right-key"), arguments);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("FAILED: ark:files list failed: HTTP 401");
    assertThat(result.out() + result.err() + run.report(".json") + run.report(".csv"))
        .doesNotContain("not-the-right-key");
  }

  @Test
  void is4IfThePolicyKeepsMoreThanTotalBelowAllows() throws IOException {
    CommandResult result = run.withPolicy("rules: [{totalBelow: 100B, olderThan: 9d}]");

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.out())
        .contains("200 B before, 100 B now; goal: less than 100 B: NOT REACHED");
    assertThat(run.left()).containsExactly("b");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("--nothing", "Unknown option: '--nothing'"),
        arguments("--base-url=http://localhost", "--live"),
        arguments("--live", "--live needs a policy: --policy=FILE"),
        arguments("--live --provider=azure", "AZURE_OPENAI_API_KEY"),
        arguments("--max-deletions=0", "--max-deletions must be 1 or more"),
        arguments("--max-deletions=many", "many"),
        arguments("--requests-per-second=-1", "--requests-per-second 0 or more"),
        arguments("--requests-per-second=NaN", "--requests-per-second 0 or more"),
        arguments("--provider=nobody", "nobody"),
        arguments("--policy=no-such-file.yaml", "no-such-file.yaml: cannot be read"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void is2AfterWrongUsage(String options, String said) {
    CommandResult result =
        CommandResult.run(Map.of("ARK_API_KEY", "not-a-real-key"), options.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("Error: ").contains(said).contains("See --help.");
    assertThat(result.out() + result.err()).doesNotContain("not-a-real-key");
  }

  @Test
  void is2IfThePolicyIsRefusedAndNothingIsSent() throws IOException {
    CommandResult result = run.withPolicy("rules:\n- purpose: batch\n");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("policy.yaml: rules[0]: has no criterion");
    assertThat(run.sent()).isEmpty();
    assertThat(Files.exists(run.reports())).isFalse();
  }

  @Test
  void is2IfAnEventAsksForRulesThatThePolicyLacks() throws IOException {
    CommandResult result = run.withPolicy(POLICY, "--quota-event=" + event(true));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("policy.yaml: rules: none has totalBelow");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void is0AfterAnEventThatDeletesNothing() throws IOException {
    CommandResult result =
        run.withPolicy("rules: [{totalBelow: 101B}]", "--quota-event=" + event(false));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("The event is no reason to delete");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void is0AfterAnEventThatHasFreedSpace() throws IOException {
    CommandResult result =
        run.withPolicy("rules: [{totalBelow: 101B}]", "--quota-event=" + event(true));

    assertThat(result.exitCode()).isZero();
    assertThat(run.left()).containsExactly("b");
  }

  private Path event(boolean storage) throws IOException {
    return Files.writeString(
        folder.resolve("event.json"), "{\"type\":\"quota.exceeded\",\"storage\":" + storage + "}");
  }

  @Test
  void is2IfTheAddressIsWrong() {
    CommandResult result =
        CommandResult.run(
            Map.of("AZURE_OPENAI_API_KEY", "not-a-real-key"),
            "--live",
            "--provider=azure",
            "--policy=src/main/resources/retention.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("baseUrl is required");
  }
}
