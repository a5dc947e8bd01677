// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

  private final List<Event> events = new ArrayList<>();
  private final Tally tally = new Tally(events::add);

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"DELETED, DELETED", "ALREADY_GONE, ALREADY_GONE", "NOT_DELETED, FAILED"})
  void aDeletionCountsByItsOutcome(ArkDeletion.Outcome outcome, Step step) {
    tally.deletionEnded("file-1", "a.pdf", ArkDeletion.of("file-1", "file", outcome));

    assertThat(tally.counts()).isEqualTo(Counts.NONE.plus(step, 1));
  }

  @Test
  void aResponseThatStillExistsCountsAsFailed() {
    tally.responseDeletionEnded(
        "resp_1", ArkDeletion.of("resp_1", "response", ArkDeletion.Outcome.NOT_DELETED));

    assertThat(tally.counts()).isEqualTo(Counts.NONE.plus(Step.FAILED, 1));
  }

  @Test
  void namesOfFilesAreEscaped() throws IOException {
    String json = "{\"id\":\"file-1\",\"filename\":\"a\\u001b[2J\\nb.pdf\",\"bytes\":123456}";

    tally.listed(ArkFile.fromJson(json.getBytes(StandardCharsets.UTF_8)));

    assertThat(events)
        .extracting(Event::text)
        .containsExactly("file-1  a\\u001b[2J\\u000ab.pdf  123 kB");
  }
}
