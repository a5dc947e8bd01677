// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkDeletion.Outcome;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Deletes a file or a response, above all when an answer is lost on the way. */
class DeleteTest extends RouteTestSupport {

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void deletesAFile(SimulatedProvider provider) {
    simulator().addFiles(provider, 2);

    Message answer = call(uri(provider, "files?operation=delete"), "file-0001", Map.of());

    assertThat(simulator().hasFile(provider, "file-0001")).isFalse();
    assertThat(simulator().hasFile(provider, "file-0002")).isTrue();
    ArkDeletion deletion = answer.getBody(ArkDeletion.class);
    assertThat(deletion.id()).isEqualTo("file-0001");
    assertThat(deletion.deleted()).isTrue();
    assertThat(deletion.outcome()).isEqualTo(Outcome.DELETED);
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, /api/v3/files/file-0001,",
    "AZURE, /openai/files/file-0001, api-version=2024-10-21",
    "OPENAI, /v1/files/file-0001,"
  })
  void isOneRequest(SimulatedProvider provider, String path, String query) {
    simulator().addFile(provider);

    call(uri(provider, "files?operation=delete"), "file-0001", Map.of());

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("DELETE", path, query);
  }

  @Test
  void setsHeaders() {
    simulator().addFile(ARK);

    Message answer = call(ark("files?operation=delete"), "file-0001", Map.of());

    assertThat(answer.getHeaders())
        .containsEntry("CamelArkFileId", "file-0001")
        .containsEntry("CamelArkDeleted", true)
        .containsEntry("CamelArkDeletionOutcome", "DELETED")
        .containsKey("CamelArkRequestId");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void missingFileFailsAndLeavesTheBody(SimulatedProvider provider) {
    Exchange exchange = send(uri(provider, "files?operation=delete"), "file-9999");

    assertThat(exchange.getException()).isExactlyInstanceOf(ArkNotFoundException.class);
    assertThat(exchange.getException(ArkNotFoundException.class).resourceId())
        .isEqualTo("file-9999");
    assertThat(exchange.getMessage().getBody()).isEqualTo("file-9999");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void ignoreMissingReportsAlreadyGone(SimulatedProvider provider) {
    Exchange exchange =
        send(uri(provider, "files?operation=delete&ignoreMissing=true"), "file-9999");

    assertOutcome(exchange, Outcome.ALREADY_GONE, true);
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("CamelArkFileId", "file-9999")
        .containsKey("CamelArkRequestId");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void fileIsAlreadyGoneIfTheFirstAnswerWasLost(SimulatedProvider provider) {
    String id = simulator().addFile(provider).id();
    simulator().failNext(1, SimulatedFault.executedThenReset());

    Exchange exchange = send(uri(provider, "files?operation=delete"), id);

    assertOutcome(exchange, Outcome.ALREADY_GONE, true);
    assertThat(simulator().hasFile(provider, id)).isFalse();
    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(0, 404);
  }

  @Test
  void missingFileIsAWrongAddressIfTheFirstAttemptWasNotExecuted() {
    simulator().failNext(1, SimulatedFault.status(503));
    simulator().failNext(1, SimulatedFault.reply(404, "", ""));

    Exchange exchange = send(ark("files?operation=delete&ignoreMissing=true"), "file-1");

    assertThat(exchange.getException()).isExactlyInstanceOf(ArkProtocolException.class);
  }

  @Test
  void ignoreMissingReportsAlreadyGoneForAResponse() {
    Exchange exchange = send(ark("responses?operation=delete&ignoreMissing=true"), "resp_1");

    assertOutcome(exchange, Outcome.ALREADY_GONE, true);
    assertThat(exchange.getMessage().getHeader(ArkConstants.RESPONSE_ID)).isEqualTo("resp_1");
  }

  @Test
  void ignoreMissingIgnoresNothingElse() {
    simulator().failNext(1, SimulatedFault.status(403));

    Exchange exchange = send(ark("files?operation=delete&ignoreMissing=true"), "file-1");

    assertThat(exchange.getException(ArkException.class).status()).isEqualTo(403);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200 | {\"id\":\"file-1\",\"object\":\"file\",\"deleted\":true}  | DELETED",
        "200 | {\"id\":\"file-1\",\"object\":\"file\",\"deleted\":false} | NOT_DELETED",
        "200 | {\"id\":\"file-1\",\"object\":\"file\"}                   | DELETED",
        "200 | {\"id\":\"file-1\",\"object\":\"file.deleted\"}           | DELETED",
        "200 | {}                                                        | DELETED",
        "200 | ``                                                      | DELETED",
        "200 | `  `                                                    | DELETED",
        "202 | ``                                                      | DELETED",
        "204 | ``                                                      | DELETED",
      })
  void outcomeIsWhatTheServiceReports(int status, String body, Outcome outcome) {
    simulator().failNext(1, SimulatedFault.reply(status, "application/json", body));

    Exchange exchange = send(ark("files?operation=delete"), "file-1");

    assertOutcome(exchange, outcome, outcome == Outcome.DELETED);
    assertThat(simulator().journal()).hasSize(1);
  }

  private static void assertOutcome(Exchange exchange, Outcome outcome, boolean deleted) {
    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody()).isInstanceOf(ArkDeletion.class);
    ArkDeletion deletion = exchange.getMessage().getBody(ArkDeletion.class);
    assertThat(deletion.outcome()).isEqualTo(outcome);
    assertThat(deletion.deleted()).isEqualTo(deleted);
    assertThat(exchange.getMessage().getHeader(ArkConstants.DELETED)).isEqualTo(deleted);
    assertThat(exchange.getMessage().getHeader(ArkConstants.DELETION_OUTCOME))
        .isEqualTo(outcome.name());
  }
}
