// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The routes do the same in each language that they are written in. */
class RouteLanguagesTest {

  static final List<SampleAccount> ACCOUNTS = SampleAccount.ALL;
  private static final SampleAccount ARK_ACCOUNT = ACCOUNTS.get(0);
  // It has pages as Ark has, and no limit to keep to.
  private static final SampleAccount OPENAI_ACCOUNT = ACCOUNTS.get(2);

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();

  /** What can be seen of a run. Files are deleted in any order, so the requests are sorted. */
  private record Run(
      Counts counts, List<SimulatedFile> left, boolean hasResponse, List<String> requests) {}

  @ParameterizedTest(name = "{0}")
  @FieldSource("ACCOUNTS")
  void cleanUpAlike(SampleAccount account) throws Exception {
    Run java = cleanUp(account, RouteLanguage.JAVA);
    Run yaml = cleanUp(account, RouteLanguage.YAML);
    Run xml = cleanUp(account, RouteLanguage.XML);

    assertThat(Expectation.differences(account, java.counts(), java.requests().size(), java.left()))
        .isEmpty();
    assertThat(java.hasResponse()).isFalse();
    assertThat(yaml).usingRecursiveComparison().ignoringFields("left").isEqualTo(java);
    assertThat(xml).usingRecursiveComparison().ignoringFields("left").isEqualTo(java);
    assertThat(ids(yaml)).isEqualTo(ids(java));
    assertThat(ids(xml)).isEqualTo(ids(java));
  }

  @ParameterizedTest
  @EnumSource
  void listWhatIsPastTheRetentionAgeAndDoNothingElse(RouteLanguage language) throws Exception {
    fill(OPENAI_ACCOUNT, language);

    Counts counts = run(language, ExampleRoute.LIST_FILES, Map.of(ArkConstants.LIMIT, 10));

    assertThat(counts)
        .isEqualTo(
            Counts.NONE
                .plus(Step.LISTED, SampleAccount.FILES)
                .plus(Step.DUE, SampleAccount.OLD_FILES));
    assertThat(simulator.journal())
        .hasSize(OPENAI_ACCOUNT.pages())
        .allMatch(request -> line(request).startsWith("GET /v1/files?"));
  }

  @ParameterizedTest
  @EnumSource
  void goOnAfterAFileThatCannotBeDeleted(RouteLanguage language) throws Exception {
    fill(OPENAI_ACCOUNT, language);
    simulator.failNext(1, request -> request.method().equals("DELETE"), SimulatedFault.status(403));

    Counts counts = run(language, ExampleRoute.CLEAN_UP, Map.of());

    assertThat(counts.of(Step.FAILED)).isEqualTo(1);
    assertThat(counts.of(Step.DELETED)).isEqualTo(SampleAccount.OLD_FILES - 1);
  }

  @ParameterizedTest
  @EnumSource
  void countAListThatBreaksOffAsFailed(RouteLanguage language) throws Exception {
    fill(OPENAI_ACCOUNT, language);
    simulator.failNext(1, request -> line(request).contains("after="), SimulatedFault.status(403));

    Counts counts = run(language, ExampleRoute.CLEAN_UP, Map.of(ArkConstants.LIMIT, 10));

    assertThat(counts.of(Step.FAILED)).isEqualTo(1);
    assertThat(counts.of(Step.LISTED)).isLessThan(SampleAccount.FILES);
  }

  @ParameterizedTest
  @EnumSource
  void countAListThatIsNotFoundAsFailedRatherThanAsAFileThatIsGone(RouteLanguage language)
      throws Exception {
    simulator.failNext(1, SimulatedFault.status(404, "NotFound.Project"));

    Counts counts = run(language, ExampleRoute.CLEAN_UP, Map.of());

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.FAILED, 1));
  }

  @ParameterizedTest
  @EnumSource
  void countAMissingResponseAsFailed(RouteLanguage language) throws Exception {
    Counts counts =
        run(language, ExampleRoute.DELETE_RESPONSE, Map.of(ArkConstants.RESPONSE_ID, "resp_none"));

    assertThat(counts).isEqualTo(Counts.NONE.plus(Step.FAILED, 1));
  }

  @ParameterizedTest
  @EnumSource
  void tellOfEachFileThatIsThereOrComesOnce(RouteLanguage language) throws Exception {
    simulator.addFiles(ARK_ACCOUNT.provider(), SampleAccount.NEW_FILES);
    List<String> came = new ArrayList<>();

    Counts counts =
        SampleWatch.run(simulator, ARK_ACCOUNT, language, event -> came.add(event.id()));

    assertThat(Expectation.differencesOfWatch(counts)).isEmpty();
    assertThat(came)
        .containsExactlyElementsOf(
            simulator.files(ARK_ACCOUNT.provider()).stream().map(SimulatedFile::id).toList());
  }

  private Run cleanUp(SampleAccount account, RouteLanguage language) throws Exception {
    simulator.reset();
    fill(account, language);
    Counts counts = SampleRun.run(simulator, account, language, event -> {});
    return new Run(
        counts,
        simulator.files(account.provider()),
        simulator.hasResponse(account.provider(), "resp_0001"),
        simulator.journal().stream().map(RouteLanguagesTest::line).sorted().toList());
  }

  private void fill(SampleAccount account, RouteLanguage language) throws Exception {
    Counts counts = SampleUpload.run(simulator, account, language, event -> {});
    assertThat(Expectation.differencesOfUpload(account, counts)).isEmpty();
    simulator.clearJournal();
  }

  private Counts run(RouteLanguage language, ExampleRoute route, Map<String, Object> headers)
      throws Exception {
    Tally tally = new Tally(event -> {});
    Retention retention = new Retention(SampleAccount.RETENTION, Clock.systemUTC());
    try (RunningRoutes routes =
        RunningRoutes.start(
            OPENAI_ACCOUNT.at(simulator), language, retention, tally, EnumSet.of(route))) {
      routes.send(route, headers);
    }
    return tally.counts();
  }

  private static List<String> ids(Run run) {
    return run.left().stream().map(SimulatedFile::id).toList();
  }

  private static String line(RecordedRequest request) {
    return "%s %s?%s %d"
        .formatted(request.method(), request.path(), request.query(), request.status());
  }
}
