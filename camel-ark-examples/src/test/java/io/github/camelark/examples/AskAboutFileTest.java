// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.test.SimulatedResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole life of a file, by the route in each language. */
class AskAboutFileTest {

  private static final SampleAccount ACCOUNT = SampleAccount.ALL.get(0);
  private static final SimulatedProvider ARK = ACCOUNT.provider();
  private static final Predicate<RecordedRequest> QUESTION =
      request -> request.path().endsWith("/responses");

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path directory;

  private final ArkSimulator simulator = EXTENSION.simulator();

  @ParameterizedTest
  @EnumSource
  void uploadsAsksKeepsTheAnswerAndCleansUp(RouteLanguage language) throws Exception {
    simulator.answerNext(ARK, SimulatedResponse.of("About camels."));

    Counts counts = run(language);

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.ANSWERED, 1).plus(Step.DELETED, 1));
    assertThat(directory.resolve("answers/file-0001.txt")).hasContent("About camels.");
    assertThat(simulator.files(ARK)).isEmpty();
    assertThat(simulator.hasResponse(ARK, "resp_0001")).isFalse();
    assertThat(lines())
        .containsExactly(
            "POST /api/v3/files",
            "GET /api/v3/files/file-0001",
            "POST /api/v3/responses",
            "DELETE /api/v3/responses/resp_0001",
            "DELETE /api/v3/files/file-0001");
  }

  /** A redelivery repeats the question, and no upload before it. */
  @ParameterizedTest
  @EnumSource
  void repeatsOnlyTheStepThatFailed(RouteLanguage language) throws Exception {
    simulator.failNext(3, QUESTION, SimulatedFault.status(429));

    Counts counts = run(language);

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.ANSWERED, 1).plus(Step.DELETED, 1));
    assertThat(lines()).containsOnlyOnce("POST /api/v3/files");
  }

  @ParameterizedTest
  @EnumSource
  void doesNotRepeatAQuestionThatMayHaveBeenAnswered(RouteLanguage language) throws Exception {
    simulator.failNext(1, QUESTION, SimulatedFault.executedThenReset());

    Counts counts = run(language);

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.FAILED, 1));
    assertThat(lines()).containsOnlyOnce("POST /api/v3/responses");
  }

  @ParameterizedTest
  @EnumSource
  void deletesAFileWhoseQuestionFailedAndSetsItsSourceAside(RouteLanguage language)
      throws Exception {
    simulator.failNext(1, QUESTION, SimulatedFault.status(400));

    Counts counts = run(language);

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.FAILED, 1));
    assertThat(simulator.files(ARK)).isEmpty();
    assertThat(directory.resolve("inbox/.failed/camels.txt")).hasContent(SampleQuestion.CONTENT);
    assertThat(directory.resolve("answers")).doesNotExist();
  }

  /** It has been paid for. */
  @ParameterizedTest
  @EnumSource
  void leavesAnAnswerAtTheServiceThatCannotBeWritten(RouteLanguage language) throws Exception {
    Files.writeString(directory.resolve("answers"), "no folder");

    Counts counts = run(language);

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.ANSWERED, 1).plus(Step.FAILED, 1));
    assertThat(simulator.hasResponse(ARK, "resp_0001")).isTrue();
    assertThat(simulator.files(ARK)).isEmpty();
    assertThat(directory.resolve("inbox/.failed/camels.txt")).exists();
  }

  /** There is no id to delete it by: it is left to its expiry. */
  @ParameterizedTest
  @EnumSource
  void leavesAnUploadWhoseAnswerWasLostToItsExpiry(RouteLanguage language) throws Exception {
    simulator.failNext(1, SimulatedFault.executedThenReset());

    Counts counts = run(language);

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.FAILED, 1));
    assertThat(lines()).containsExactly("POST /api/v3/files");
    assertThat(simulator.files(ARK))
        .singleElement()
        .satisfies(
            file ->
                assertThat(Duration.between(file.createdAt(), file.expireAt()))
                    .isLessThan(Duration.ofDays(2)));
    assertThat(directory.resolve("inbox/.failed/camels.txt")).exists();
  }

  private Counts run(RouteLanguage language) throws Exception {
    return SampleQuestion.run(simulator, ACCOUNT, language, event -> {}, directory);
  }

  private List<String> lines() {
    return simulator.journal().stream()
        .map(request -> request.method() + " " + request.path())
        .toList();
  }
}
