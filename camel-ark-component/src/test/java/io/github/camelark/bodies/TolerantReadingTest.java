// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd successes, as a route meets them. */
class TolerantReadingTest extends ArkTestSupport {

  private static final String RETRIEVE = "files?operation=retrieve&fileId=file-1";
  private static final String DELETE = "files?operation=delete&fileId=file-1";
  private static final String LIST = "files?operation=list";

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void listWithDataNullIsAnEmptyPage(SimulatedProvider provider) {
    simulator().addFiles(provider, 3);
    simulator().failNext(1, SimulatedFault.dataNull());

    Exchange exchange = send(uri(provider, LIST), null);

    assertThat(exchange.getMessage().getBody(ArkFilePage.class).data()).isEmpty();
  }

  @Test
  void streamOfDataNullIsEmpty() {
    simulator().failNext(1, SimulatedFault.dataNull());

    Exchange exchange = send(ark(LIST + "&paging=all"), null);

    assertThat(exchange.getMessage().getBody(List.class)).isEmpty();
  }

  @Test
  void listWithoutHasMoreAndLastIdIsTheOnlyPage() {
    reply("{\"object\":\"list\",\"data\":[{\"id\":\"file-1\"}]}");

    Exchange exchange = send(ark(LIST), null);

    assertThat(exchange.getMessage().getHeader(ArkConstants.HAS_MORE)).isEqualTo(false);
    assertThat(exchange.getMessage().getHeader(ArkConstants.LAST_ID)).isEqualTo("file-1");
  }

  @Test
  void bytesAbove31BitsArriveWhole() {
    reply("{\"id\":\"file-1\",\"bytes\":5368709120}");

    Exchange exchange = send(ark(RETRIEVE), null);

    assertThat(exchange.getMessage().getHeader(ArkConstants.FILE_BYTES)).isEqualTo(5_368_709_120L);
    assertThat(exchange.getMessage().getHeader(Exchange.FILE_LENGTH)).isEqualTo(5_368_709_120L);
  }

  @Test
  void unknownStatusAndPurposeAndFieldsArrive() {
    reply(
        "{\"id\":\"file-1\",\"status\":\"expired\",\"purpose\":\"new\",\"tos\":{\"bucket\":\"b\"}}");

    Exchange exchange = send(ark(RETRIEVE), null);

    ArkFile file = exchange.getMessage().getBody(ArkFile.class);
    assertThat(exchange.getMessage().getHeader(ArkConstants.FILE_STATUS)).isEqualTo("expired");
    assertThat(file.purpose()).isEqualTo("new");
    assertThat(file.jsonNode().at("/tos/bucket").asText()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({"1763552708", "1763552708.0", "1763552708000", "'\"1763552708\"'"})
  void timesArriveInMilliseconds(String createdAt) {
    reply("{\"id\":\"file-1\",\"created_at\":%s}".formatted(createdAt));

    Exchange exchange = send(ark(RETRIEVE), null);

    assertThat(exchange.getMessage().getHeader(ArkConstants.FILE_CREATED_AT))
        .isEqualTo(1_763_552_708_000L);
    assertThat(exchange.getMessage().getHeader(Exchange.MESSAGE_TIMESTAMP))
        .isEqualTo(1_763_552_708_000L);
  }

  @Test
  void jsonWithAnotherContentTypeIsRead() {
    simulator().failNext(1, SimulatedFault.reply(200, "text/plain", "{\"id\":\"file-1\"}"));

    Exchange exchange = send(ark(RETRIEVE), null);

    assertThat(exchange.getMessage().getBody(ArkFile.class).id()).isEqualTo("file-1");
  }

  @Test
  void jsonAfterAByteOrderMarkIsRead() {
    reply("\ufeff{\"id\":\"file-1\"}");

    Exchange exchange = send(ark(RETRIEVE), null);

    assertThat(exchange.getMessage().getBody(ArkFile.class).id()).isEqualTo("file-1");
  }

  @Test
  void entriesThatAreNotFilesAreSkipped() {
    reply("{\"data\":[null,{\"id\":\"file-1\"},{\"filename\":\"no-id\"},7]}");

    Exchange exchange = send(ark(LIST + "&paging=all"), null);

    assertThat((List<?>) exchange.getMessage().getBody(List.class))
        .extracting(file -> ((ArkFile) file).id())
        .containsExactly("file-1");
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("repliesThatAreNone")
  void unreadableSuccessIsAProtocolErrorAndNotRetried(String call, String body) {
    reply(body);

    Exchange exchange = send(ark(call), null);

    assertThat(exchange.getException()).isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(exchange.getException(ArkException.class).status()).isEqualTo(200);
    assertThat(simulator().journal()).hasSize(1);
  }

  static List<Object[]> repliesThatAreNone() {
    return Stream.of(RETRIEVE, DELETE, LIST, "responses?operation=delete&responseId=r")
        .flatMap(
            call ->
                Stream.of(
                        "<html><title>Log in</title></html>",
                        "{\"error\":{\"code\":\"InternalError\",\"message\":\"oops\"}}",
                        "{\"ResponseMetadata\":{\"Error\":{\"Code\":\"InternalError\"}}}",
                        "{\"message\":\"oops\"}",
                        "{\"id\":\"file-1\",\"data\":[{\"id\":\"fi",
                        "{\"id\":\"file-1\",\"data\":[],\"deleted\":true} and more",
                        "{\"id\":\"another\",\"object\":\"file\"}",
                        "\"file-1\"",
                        "[]",
                        "null",
                        "{\"zzz\":" + "[".repeat(10_000))
                    // a deletion may be confirmed by null
                    .filter(body -> !body.equals("null") || !call.contains("delete"))
                    .map(body -> new Object[] {call, body}))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {RETRIEVE, LIST})
  void emptySuccessIsAProtocolErrorUnlessItDeletes(String call) {
    simulator().failNext(1, SimulatedFault.reply(200, "application/json", ""));

    Exchange exchange = send(ark(call), null);

    assertThat(exchange.getException())
        .isExactlyInstanceOf(ArkProtocolException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void errorInsideASuccessIsReported() {
    reply("{\"error\":{\"code\":\"InternalError\",\"message\":\"the disk is full\"}}");

    ArkException failure = send(ark(LIST), null).getException(ArkException.class);

    assertThat(failure.code()).isEqualTo("InternalError");
    assertThat(failure).hasMessageContaining("the disk is full");
  }

  @ParameterizedTest
  @ValueSource(strings = {RETRIEVE, DELETE})
  void errorNamesAnIdThatWasNotRequested(String call) {
    reply("{\"id\":\"file-9\",\"object\":\"file\",\"deleted\":true}");

    ArkException failure = send(ark(call), null).getException(ArkException.class);

    assertThat(failure)
        .isExactlyInstanceOf(ArkProtocolException.class)
        .hasMessageContaining("file-1")
        .hasMessageContaining("file-9");
  }

  @Test
  void brokenConnectionIsRetried() {
    simulator().addFile(SimulatedProvider.ARK);
    simulator().failNext(2, SimulatedFault.truncatedBody());

    Exchange exchange = send(ark(LIST), null);

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().journal()).hasSize(3);
  }

  private static void reply(String body) {
    simulator().failNext(1, SimulatedFault.reply(200, "application/json", body));
  }
}
