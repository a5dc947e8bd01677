// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query of a list: a header overrides an option. */
class ListQueryTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "purpose, user_data, purpose=user_data",
    "order, asc, order=asc",
    "order, desc, order=desc",
    "limit, 1, limit=1",
    "limit, 100, limit=100",
    "after, file-0002, after=file-0002"
  })
  void sendsAnOption(String option, String value, String query) {
    simulator().addFiles(ARK, 3);

    call(ark("files?operation=list&%s=%s".formatted(option, value)));

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query, RecordedRequest::status)
        .containsExactly(tuple(query, 200));
  }

  @ParameterizedTest
  @CsvSource({
    "CamelArkPurpose, user_data, purpose=user_data",
    "CamelArkOrder, asc, order=asc",
    "CamelArkLimit, 7, limit=7",
    "CamelArkAfter, file-0002, after=file-0002"
  })
  void sendsAHeader(String header, String value, String query) {
    simulator().addFiles(ARK, 3);

    call(ark("files?operation=list"), null, Map.of(header, value));

    assertThat(simulator().journal()).extracting(RecordedRequest::query).containsExactly(query);
  }

  @ParameterizedTest
  @CsvSource({
    "purpose, agent, CamelArkPurpose, user_data, purpose=user_data",
    "order, desc, CamelArkOrder, asc, order=asc",
    "limit, 9, CamelArkLimit, 7, limit=7",
    "after, file-0001, CamelArkAfter, file-0002, after=file-0002"
  })
  void prefersTheHeaderToTheOption(
      String option, String value, String header, String headerValue, String query) {
    simulator().addFiles(ARK, 3);

    call(
        ark("files?operation=list&%s=%s".formatted(option, value)),
        null,
        Map.of(header, headerValue));

    assertThat(simulator().journal()).extracting(RecordedRequest::query).containsExactly(query);
  }

  @Test
  void acceptsANumericLimit() {
    call(ark("files?operation=list"), null, Map.of("CamelArkLimit", 7));

    assertThat(simulator().journal()).extracting(RecordedRequest::query).containsExactly("limit=7");
  }

  @Test
  void acceptsTheLargerPagesOfOpenAi() {
    call(uri(OPENAI, "files?operation=list&limit=10000"));

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("limit=10000");
  }

  @Test
  void encodesAPurpose() {
    simulator().addFile(ARK, SimulatedFile.named("a").withPurpose("a b&c=d+é#/?"));
    simulator().addFile(ARK, SimulatedFile.named("b"));

    Message answer =
        call(ark("files?operation=list"), null, Map.of("CamelArkPurpose", "a b&c=d+é#/?"));

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("purpose=a%20b%26c%3Dd%2B%C3%A9%23%2F%3F");
    assertThat(answer.getBody(ArkFilePage.class).data())
        .extracting(ArkFile::filename)
        .containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, CamelArkLimit, 0, from 1 to 100",
    "ARK, CamelArkLimit, -1, from 1 to 100",
    "ARK, CamelArkLimit, 101, from 1 to 100",
    "OPENAI, CamelArkLimit, 10001, from 1 to 10000",
    "ARK, CamelArkLimit, many, whole number",
    "ARK, CamelArkLimit, 1.5, whole number",
    "ARK, CamelArkLimit, 99999999999, whole number",
    "ARK, CamelArkOrder, sideways, asc or desc",
    "ARK, CamelArkOrder, ASC, asc or desc",
    "ARK, CamelArkPurpose, ' ', blank",
    "ARK, CamelArkAfter, ' ', blank",
    "ARK, CamelArkAfter, .., id",
    "AZURE, CamelArkAfter, file-1, remove it",
    "AZURE, CamelArkLimit, 5, remove it",
    "AZURE, CamelArkOrder, asc, remove it"
  })
  void refusesAHeaderBeforeAnyRequest(
      SimulatedProvider provider, String header, String value, String fix) {
    ArkRequestException refusal =
        refusal(uri(provider, "files?operation=list"), null, Map.of(header, value));

    assertThat(refusal).hasMessageContaining(header).hasMessageContaining(fix);
  }

  @ParameterizedTest
  @CsvSource({"after, file-1", "limit, 5", "order, asc"})
  void refusesOptionsThatAzureLacksAtStart(String option, String value) {
    IllegalArgumentException failure =
        startFailure(uri(AZURE, "files?operation=list&%s=%s".formatted(option, value)));

    assertThat(failure).hasMessageContaining(option).hasMessageContaining("remove it");
  }

  @Test
  void sendsAPurposeToAzure() {
    simulator().addFile(AZURE, SimulatedFile.named("a").withPurpose("batch"));
    simulator().addFile(AZURE, SimulatedFile.named("b").withPurpose("fine-tune"));

    Message answer = call(uri(AZURE, "files?operation=list&purpose=batch"));

    assertThat(answer.getBody(ArkFilePage.class).data())
        .extracting(ArkFile::filename)
        .containsExactly("a");
    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("purpose=batch&api-version=2024-10-21");
  }
}
