// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkDeletion.Outcome;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a deletion, above all if an answer was lost on the way. */
class DeleteOutcomeTest extends ArkTestSupport {

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void isAlreadyGoneIfTheAnswerToTheFirstTryWasLost(SimulatedProvider provider) {
    String id = simulator().addFile(provider).id();
    simulator().failNext(1, SimulatedFault.executedThenReset());

    Exchange exchange = send(uri(provider, "files?operation=delete"), id);

    assertOutcome(exchange, Outcome.ALREADY_GONE, true);
    assertThat(simulator().hasFile(provider, id)).isFalse();
    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(0, 404);
  }

  @Test
  void isAWrongAddressIfTheFirstTryWasCertainlyNotCarriedOut() {
    simulator().failNext(1, SimulatedFault.status(503));
    simulator().failNext(1, SimulatedFault.reply(404, "", ""));

    Exchange exchange = send(ark("files?operation=delete&ignoreMissing=true"), "file-1");

    assertThat(exchange.getException()).isExactlyInstanceOf(ArkProtocolException.class);
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void failsIfTheFileIsMissing(SimulatedProvider provider) {
    Exchange exchange = send(uri(provider, "files?operation=delete"), "file-1");

    assertThat(exchange.getException()).isExactlyInstanceOf(ArkNotFoundException.class);
    assertThat(exchange.getMessage().getBody()).isEqualTo("file-1");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void isAlreadyGoneWithIgnoreMissing(SimulatedProvider provider) {
    Exchange exchange = send(uri(provider, "files?operation=delete&ignoreMissing=true"), "file-1");

    assertOutcome(exchange, Outcome.ALREADY_GONE, true);
    assertThat(exchange.getMessage().getHeader(ArkConstants.FILE_ID)).isEqualTo("file-1");
  }

  @Test
  void isAlreadyGoneWithIgnoreMissingForAResponse() {
    Exchange exchange = send(ark("responses?operation=delete&ignoreMissing=true"), "resp_1");

    assertOutcome(exchange, Outcome.ALREADY_GONE, true);
    assertThat(exchange.getMessage().getHeader(ArkConstants.RESPONSE_ID)).isEqualTo("resp_1");
  }

  @Test
  void doesNotIgnoreAnythingElseWithIgnoreMissing() {
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
  void reportsWhatTheServiceSays(int status, String body, Outcome outcome) {
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
