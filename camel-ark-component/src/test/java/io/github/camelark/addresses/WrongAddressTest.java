// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A 404 that means a wrong URL must never pass for a file that is gone. */
class WrongAddressTest extends ArkTestSupport {

  private static final String DELETE = "files?operation=delete&fileId=file-1&ignoreMissing=true";

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ARK    | application/json | {\"error\":{\"code\":\"PathNotFound\",\"message\":\"No.\"}}",
        "ARK    | application/json | {\"error\":{\"code\":\"InvalidAction\",\"message\":\"No.\"}}",
        "ARK    | application/json | {\"error\":{\"code\":\"InvalidAction.NotFound\",\"message\":\"No.\"}}",
        "ARK    | application/json | {\"ResponseMetadata\":{\"Error\":{\"Code\":\"InvalidAction\"}}}",
        "AZURE  | application/json | {\"error\":{\"code\":\"404\",\"message\":\"Resource not found\"}}",
        "AZURE  | application/json | {\"error\":{\"code\":404,\"message\":\"Resource not found\"}}",
        "OPENAI | application/json | {\"error\":{\"message\":\"Invalid URL (DELETE /v2/files)\",\"code\":null}}",
        "ARK    | application/json | {\"message\":\"no Route matched with those values\"}",
        "AZURE  | application/json | {\"message\":\"no Route matched with those values\"}",
        "OPENAI | application/json | {\"detail\":\"Not Found\"}",
        "ARK    | application/json | {\"error\":\"Not Found\"}",
        "ARK    | application/json | {\"error\":{}}",
        "ARK    | application/json | {}",
        "ARK    | application/json | []",
        "ARK    | application/json | {\"error\":{\"code\":\"NotFound\",\"mess",
        "ARK    | text/plain       | 404 page not found",
        "ARK    | text/html        | <html><h1>404</h1></html>",
        "AZURE  | text/html        | <html><h1>404</h1></html>",
        "OPENAI | text/html        | <html><h1>404</h1></html>",
        "ARK    | ``             | ``",
        "AZURE  | ``             | ``",
        "OPENAI | ``             | ``",
      })
  void isNeverAlreadyGone(SimulatedProvider provider, String contentType, String body) {
    simulator().failNext(9, SimulatedFault.reply(404, contentType, body));

    Exchange exchange = send(uri(provider, DELETE), null);

    assertThat(exchange.getException())
        .isExactlyInstanceOf(ArkProtocolException.class)
        .hasMessageContaining(
            provider == SimulatedProvider.AZURE ? "baseUrl and apiVersion" : "baseUrl")
        .hasMessageContaining("called: DELETE " + simulator().baseUrl(provider))
        .hasMessageContaining("/files/file-1");
    assertThat(exchange.getMessage().getHeader(ArkConstants.DELETION_OUTCOME)).isNull();
    assertThat(simulator().journal()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void isDistinguishedFromAMissingFileInTheWordsOfEachServer(SimulatedProvider provider) {
    String call = "files?operation=delete&fileId=file-1&ignoreMissing=true";
    String wrong =
        uri(provider, call)
            .replace(simulator().baseUrl(provider), simulator().baseUrl(provider) + "/nowhere");

    ArkException failure = send(wrong, null).getException(ArkException.class);

    assertThat(failure).isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(send(uri(provider, call), null).getException()).isNull();
  }

  @Test
  void otherCodeOfTheApiMeansAMissingFile() {
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                404,
                "application/json",
                "{\"error\":{\"code\":\"NotFound.File\",\"message\":\"An invalid id of a file\"}}"));

    Exchange exchange = send(ark("files?operation=retrieve&fileId=file-1"), null);

    assertThat(exchange.getException()).isExactlyInstanceOf(ArkNotFoundException.class);
  }
}
