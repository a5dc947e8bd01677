// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerBatchTest extends ConsumerTestSupport {

  private final List<String> batches = new CopyOnWriteArrayList<>();

  private void noteBatch(Exchange exchange) {
    batches.add(
        exchange.getProperty(ExchangePropertyKey.BATCH_INDEX)
            + "/"
            + exchange.getProperty(ExchangePropertyKey.BATCH_SIZE)
            + " "
            + exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE));
  }

  @Test
  void pageIsABatch() throws Exception {
    addFiles(5);
    consume("limit=3", this::noteBatch);

    poll();

    assertThat(batches)
        .containsExactly("0/3 false", "1/3 false", "2/3 true", "0/2 false", "1/2 true");
  }

  @Test
  void batchCountsFilteredFiles() throws Exception {
    addFiles(6);
    consume("limit=3&filterFile=RAW(${body.id} not in 'file-0002,file-0006')", this::noteBatch);

    poll();

    assertThat(batches).containsExactly("0/2 false", "1/2 true", "0/2 false", "1/2 true");
  }

  @ParameterizedTest(name = "maxMessagesPerPoll={0}, limit={1}: {2} requests")
  @CsvSource({"1, 10, 1", "10, 10, 1", "11, 10, 2", "25, 10, 3", "0, 10, 10"})
  void maxMessagesPerPollStopsRequestingPages(int most, int limit, int requests) throws Exception {
    addFiles(100);
    consume("maxMessagesPerPoll=" + most + "&limit=" + limit);

    poll();

    assertThat(emitted).hasSize(most == 0 ? 100 : most);
    assertThat(lists()).hasSize(requests);
  }

  @Test
  void maxMessagesPerPollCountsOnlyReceivedFiles() throws Exception {
    addFiles(30);
    consume("maxMessagesPerPoll=7&limit=10");

    for (int i = 0; i < 5; i++) {
      poll();
    }

    assertThat(emitted).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void maxMessagesPerPollWithGreedyReceivesEverythingAtOnce() throws Exception {
    addFiles(30);
    consume("maxMessagesPerPoll=7&greedy=true");

    poll();

    assertThat(emitted).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void firstExchangeStartsAfterOneRequest() throws Exception {
    addFiles(30);
    List<Integer> requestsBeforeFirst = new CopyOnWriteArrayList<>();
    consume("limit=10&maxMessagesPerPoll=1", exchange -> requestsBeforeFirst.add(lists().size()));

    poll();

    assertThat(requestsBeforeFirst).containsExactly(1);
  }

  @Test
  void onlyTheNextTwoPagesAreRequestedDuringProcessing() throws Exception {
    addFiles(50);
    consume(
        "limit=10",
        exchange -> {
          if (emitted.size() == 1) {
            eventually(() -> lists().size() == 3);
          }
          int pagesWithoutFilesLeft = emitted.size() / 10;
          assertThat(lists()).hasSizeLessThanOrEqualTo(pagesWithoutFilesLeft + 3);
        });

    poll();

    assertThat(emitted).hasSize(50);
    assertThat(reported).isEmpty();
  }

  @Test
  void nextPageArrivesBeforeTheLastFileIsProcessed() throws Exception {
    addFiles(30);
    List<Long> answered = new CopyOnWriteArrayList<>();
    consume(
        "limit=10",
        exchange -> {
          if (emitted.size() % 10 == 0) {
            answered.add(
                simulator().journal().stream().filter(request -> request.status() == 200).count());
          }
        });

    poll();

    assertThat(answered)
        .satisfiesExactly(
            first -> assertThat(first).isGreaterThanOrEqualTo(2),
            second -> assertThat(second).isEqualTo(3),
            third -> assertThat(third).isEqualTo(3));
  }
}
