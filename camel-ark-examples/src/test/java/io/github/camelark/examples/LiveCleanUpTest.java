// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.examples.command.Provider;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulator plays the real service. */
class LiveCleanUpTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();

  @BeforeEach
  void storeFiles() {
    for (SimulatedProvider provider : SimulatedProvider.values()) {
      simulator.addFile(provider, file("file-new", "new.pdf", 1));
      simulator.addFile(provider, file("file-old", "old\u001b[2J.pdf", 8).withPurpose("batch"));
      simulator.addFile(provider, file("file-older", "older.pdf", 20));
    }
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void listsAndDeletesNothing(SimulatedProvider provider) {
    CommandResult result = live(provider);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .containsSubsequence("listed", "file-new  new.pdf", "file-old  old\\u001b[2J.pdf");
    assertThat(sent()).containsOnly("GET");
    assertThat(simulator.files(provider)).hasSize(3);
  }

  @Test
  void deletesWhatIsOlderThanSevenDays() {
    CommandResult result = live(ARK, "--delete");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("deleted           file-older  older.pdf");
    assertThat(left(ARK)).containsExactly("file-new");
  }

  @Test
  void deletesWhatIsOlderThanTheGivenAge() {
    CommandResult result = live(ARK, "--delete", "--older-than", "9d12h");

    assertThat(result.exitCode()).isZero();
    assertThat(left(ARK)).containsExactly("file-old", "file-new");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void aDryRunShowsWhatWouldBeDeletedAndDeletesNothing(SimulatedProvider provider) {
    CommandResult result = live(provider, "--delete", "--dry-run");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("would be deleted  file-old ", "would be deleted  file-older ")
        .doesNotContain("would be deleted  file-new")
        .contains("A dry run: 2 would be deleted, nothing was.");
    assertThat(sent()).containsOnly("GET");
    assertThat(simulator.files(provider)).hasSize(3);
  }

  @Test
  void looksOnlyAtFilesOfThePurpose() {
    CommandResult result = live(OPENAI, "--purpose", "batch", "--delete");

    assertThat(result.exitCode()).isZero();
    assertThat(left(OPENAI)).containsExactly("file-older", "file-new");
  }

  @ParameterizedTest
  @EnumSource(RouteLanguage.class)
  void runsTheRoutesOfEachLanguage(RouteLanguage language) {
    CommandResult result = live(ARK, "--delete", "--language", language.name());

    assertThat(result.exitCode()).isZero();
    assertThat(left(ARK)).containsExactly("file-new");
  }

  @Test
  void endsWithExitCode1IfAFileCannotBeDeleted() {
    simulator.failNext(1, request -> request.method().equals("DELETE"), SimulatedFault.status(403));

    CommandResult result = live(ARK, "--delete");

    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void endsWithExitCode1AndNamesNoKeyIfTheServiceDoesNotKnowIt() {
    CommandResult result =
        CommandResult.run(
            Map.of("ARK_API_KEY", "not-the-right-key"),
            "--live",
            "--base-url",
            simulator.baseUrl(ARK));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("failed", "HTTP 401");
    assertThat(result.out() + result.err()).doesNotContain("not-the-right-key");
  }

  private CommandResult live(SimulatedProvider provider, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--live"));
    arguments.addAll(List.of("--provider", provider.name()));
    arguments.addAll(List.of("--base-url", simulator.baseUrl(provider)));
    arguments.addAll(List.of(more));
    String variable = Provider.valueOf(provider.name()).keyVariable();
    return CommandResult.run(
        Map.of(variable, simulator.apiKey(provider)), arguments.toArray(String[]::new));
  }

  private static SimulatedFile file(String id, String name, int days) {
    Instant createdAt = Instant.now().minus(Duration.ofDays(days));
    return SimulatedFile.named(name)
        .withId(id)
        .withCreatedAt(createdAt)
        .withExpireAt(createdAt.plus(Duration.ofDays(30)));
  }

  private List<String> sent() {
    return simulator.journal().stream().map(RecordedRequest::method).toList();
  }

  private List<String> left(SimulatedProvider provider) {
    return simulator.files(provider).stream().map(SimulatedFile::id).toList();
  }
}
