// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IgnoredParametersTest {

  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient openAi = new ApiClient(simulator, OPENAI);

  @Test
  void allFilesComeWhereThePurposeIsIgnored() {
    simulator.addFile(OPENAI, SimulatedFile.named("a").withPurpose("batch"));
    simulator.addFile(OPENAI, SimulatedFile.named("b").withPurpose("user_data"));
    simulator.ignoredParameters("purpose");

    assertThat(ids("?purpose=batch")).hasSize(2);
  }

  @Test
  void newestComesFirstWhereTheOrderIsIgnored() {
    simulator.addFiles(OPENAI, 2);
    simulator.ignoredParameters("order");

    assertThat(ids("?order=asc&limit=5")).containsExactly("file-0002", "file-0001");
  }

  @Test
  void otherParametersAreNotIgnored() {
    simulator.addFiles(OPENAI, 3);
    simulator.ignoredParameters("order", "purpose");

    assertThat(ids("?order=asc&limit=1&purpose=no")).containsExactly("file-0003");
  }

  @Test
  void journalStillShowsWhatWasSent() {
    simulator.ignoredParameters("purpose");

    openAi.get("/files?purpose=batch");

    assertThat(simulator.journal().get(0).query()).isEqualTo("purpose=batch");
  }

  @Test
  void resetEndsIt() {
    simulator.addFile(OPENAI);
    simulator.ignoredParameters("purpose");

    simulator.reset();
    simulator.addFile(OPENAI);

    assertThat(ids("?purpose=no")).isEmpty();
  }

  private List<String> ids(String query) {
    String body = openAi.get("/files" + query).body();
    return ID.matcher(body).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
