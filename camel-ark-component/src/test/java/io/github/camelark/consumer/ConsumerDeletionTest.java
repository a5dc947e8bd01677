// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.test.SimulatedFault;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator refuses a cursor that names a deleted file. */
class ConsumerDeletionTest extends ConsumerTestSupport {

  @ParameterizedTest(name = "order={0}")
  @ValueSource(strings = {"asc", "desc"})
  void routeMayDeleteWhatItGets(String order) throws Exception {
    List<String> ids = addFiles(95);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri("limit=10&order=" + order))
                .routeId("consumer")
                .process(ConsumerDeletionTest.this::note)
                .to(uri("operation=delete"));
          }
        });

    poll();

    assertThat(emitted).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(stored()).isEmpty();
    assertThat(reported).isEmpty();
    assertThat(lists()).hasSize(10);
  }

  @Test
  void deleteAfterReadDeletesEveryFileAndMissesNone() throws Exception {
    List<String> ids = addFiles(95);
    consume("limit=10&deleteAfterRead=true");

    poll();

    assertThat(emitted).containsExactlyElementsOf(ids);
    assertThat(stored()).isEmpty();
    assertThat(lists()).hasSize(10);
  }

  @ParameterizedTest(name = "idempotent={0}, deleted: {1}")
  @CsvSource({
    "true, file-0010",
    "true, file-0050",
    "false, file-0050",
    "true, file-0020 file-0050 file-0080",
    "false, file-0020 file-0050 file-0080"
  })
  void scanWhoseCursorsAreDeletedByOthersGoesOnInTheSamePoll(boolean idempotent, String deleted)
      throws Exception {
    List<String> ids = addFiles(100);
    consume("limit=10&idempotent=" + idempotent);
    for (String cursor : deleted.split(" ")) {
      removeWhenAskedFor(cursor);
    }

    poll();

    assertThat(emitted).containsExactlyElementsOf(ids);
    assertThat(reported).isEmpty();
  }

  @Test
  void fileThatOthersDeletedBeforeCountsAsDeleted() throws Exception {
    addFiles(3);
    consume("deleteAfterRead=true", exchange -> remove(idOf(exchange)));

    poll();
    CLOCK.advance(Duration.ofHours(1));
    poll();

    assertThat(emitted).hasSize(3);
    assertThat(reported).isEmpty();
  }

  @Test
  void failingDeleteIsReportedAndTheFileComesAgainOneDelayLater() throws Exception {
    addFiles(2);
    consume("delay=10s&deleteAfterRead=true&inProgressRepository=#claims");
    simulator()
        .failNext(1, request -> request.method().equals("DELETE"), SimulatedFault.status(500));
    poll();
    assertThat(reported).singleElement().isInstanceOf(ArkUnavailableException.class);
    assertThat(claims.getCacheSize()).isZero();

    assertThat(polled()).isEmpty();
    CLOCK.advance(Duration.ofSeconds(10));

    assertThat(polled()).containsExactly("file-0001");
    assertThat(stored()).isEmpty();
  }

  @Test
  void answerThatSaysNotDeletedIsReportedAndTheFileComesAgain() throws Exception {
    addFiles(1);
    consume("delay=10s&deleteAfterRead=true&idempotent=true");
    simulator()
        .failNext(
            1,
            request -> request.method().equals("DELETE"),
            SimulatedFault.reply(
                200, "application/json", "{\"id\":\"file-0001\",\"deleted\":false}"));
    poll();
    assertThat(reported)
        .singleElement()
        .isInstanceOf(ArkException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("file-0001", "not deleted");

    CLOCK.advance(Duration.ofSeconds(10));

    assertThat(polled()).containsExactly("file-0001");
    assertThat(stored()).isEmpty();
  }

  @Test
  void fileWhoseExchangeFailedIsNotDeleted() throws Exception {
    addFiles(2);
    consume(
        "deleteAfterRead=true",
        exchange -> {
          if (idOf(exchange).equals("file-0001")) {
            throw new IllegalStateException("keep it");
          }
        });

    poll();

    assertThat(stored()).containsExactly("file-0001");
  }

  @Test
  void routeThatChangesTheIdHeaderHasTheRightFileDeleted() throws Exception {
    addFiles(2);
    consume(
        "maxMessagesPerPoll=1&deleteAfterRead=true",
        exchange -> {
          exchange.getMessage().setHeader(ArkConstants.FILE_ID, "file-0002");
          exchange.getMessage().setBody("something else");
        });

    poll();

    assertThat(stored()).containsExactly("file-0002");
  }

  @Test
  void fileJustDeletedDoesNotComeFromAPageReadAhead() throws Exception {
    addFiles(4);
    consume("deleteAfterRead=true&limit=2");
    // the second page still names a file of the first
    simulator()
        .failNext(
            1,
            ConsumerTestSupport::isListAfterAFile,
            SimulatedFault.reply(
                200,
                "application/json",
                "{\"object\":\"list\",\"data\":[{\"id\":\"file-0001\"},{\"id\":\"file-0003\"}],"
                    + "\"has_more\":false}"));

    poll();

    assertThat(emitted).containsExactly("file-0001", "file-0002", "file-0003");
  }

  /** The file is deleted while the consumer requests the page after it. */
  private static void removeWhenAskedFor(String cursor) {
    simulator()
        .failNext(
            1,
            request -> {
              boolean asked = String.valueOf(request.query()).contains("after=" + cursor);
              if (asked) {
                remove(cursor);
              }
              return asked;
            },
            SimulatedFault.delay(Duration.ZERO));
  }
}
