// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerEveryFileOnceTest extends ConsumerTestSupport {

  @ParameterizedTest(name = "order={0}, limit={1}, maxMessagesPerPoll={2}")
  @CsvSource({"asc, 7, 0", "desc, 7, 0", "asc, 100, 150", "desc, 9, 150"})
  void emitsAThousandFilesOnceWhileOthersAddAndRemoveSome(String order, int limit, int most)
      throws Exception {
    List<String> there = new ArrayList<>();
    for (int second = 60; second > 10; second--) {
      there.addAll(addFiles(20, second));
    }
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    AtomicInteger seen = new AtomicInteger();
    consume(
        "order=" + order + "&limit=" + limit + "&maxMessagesPerPoll=" + most,
        exchange -> {
          if (seen.incrementAndGet() % 25 == 0 && added.size() < 40) {
            added.addAll(addFiles(2, 0));
            String ahead = there.get(there.size() - seen.get() / 25);
            if (!emitted.contains(ahead)) {
              remove(ahead);
              removed.add(ahead);
            }
          }
        });

    for (int i = 0; i < 10; i++) {
      poll();
    }

    assertThat(emitted).doesNotHaveDuplicates().containsAll(added);
    there.removeAll(removed);
    assertThat(emitted).containsAll(there);
    assertThat(reported).isEmpty();
  }

  @ParameterizedTest(name = "order={0}")
  @CsvSource({"asc, file-0001", "desc, file-0250", ", file-0001"})
  void startsWithTheOldestByDefault(String order, String first) throws Exception {
    addFiles(250);
    consume(order == null ? "" : "order=" + order);

    List<String> ids = polled();

    assertThat(ids).hasSize(250).startsWith(first);
  }

  @Test
  void emitsAllFilesOfAProviderWhoseListsComeWhole() throws Exception {
    simulator().addFiles(SimulatedProvider.AZURE, 30);

    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(SimulatedProvider.AZURE, "startScheduler=false"))
                .routeId("consumer")
                .process(ConsumerEveryFileOnceTest.this::note);
          }
        });

    poll();
    poll();

    assertThat(emitted).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void emitsAgainUnderAnotherKeyWhenTheStatusChanges() throws Exception {
    String id = add(SimulatedFile.named("a.pdf").withStatus("processing"));
    consume("idempotentKey=RAW(${body.id}-${body.status})");
    poll();
    poll();

    simulator().setStatus(SimulatedProvider.ARK, id, "active");

    assertThat(emitted).containsExactly(id);
    assertThat(polled()).containsExactly(id);
    assertThat(polled()).isEmpty();
  }

  @Test
  void fallsBackToTheIdWhereTheKeyIsEmpty() throws Exception {
    addFiles(3);
    consume("idempotentKey=RAW(${header.none})");

    poll();
    poll();

    assertThat(emitted).containsExactly("file-0001", "file-0002", "file-0003");
    assertThat(reported).isEmpty();
  }

  @Test
  void emitsInEveryPollIfNotIdempotent() throws Exception {
    addFiles(3);
    consume("idempotent=false");

    poll();
    poll();

    assertThat(emitted)
        .containsExactly(
            "file-0001", "file-0002", "file-0003", "file-0001", "file-0002", "file-0003");
  }

  @ParameterizedTest(name = "{0}: remembers {1}")
  @CsvSource({
    "deleteAfterRead=true, false",
    "deleteAfterRead=true&idempotent=true, true",
    "deleteAfterRead=false, true",
    "idempotent=false, false"
  })
  void remembersDoneFilesUnlessTheyAreDeleted(String options, boolean remembers) throws Exception {
    MemoryIdempotentRepository done =
        (MemoryIdempotentRepository) MemoryIdempotentRepository.memoryIdempotentRepository(10);
    context.getRegistry().bind("done", done);
    addFiles(1);
    consume("idempotentRepository=#done&" + options);

    poll();

    assertThat(done.contains("file-0001")).isEqualTo(remembers);
  }

  @Test
  void givenRepositoryRemembersAcrossRestarts() throws Exception {
    MemoryIdempotentRepository done =
        (MemoryIdempotentRepository) MemoryIdempotentRepository.memoryIdempotentRepository(10);
    context.getRegistry().bind("done", done);
    addFiles(2);
    consume("idempotentRepository=#done");
    poll();

    context.getRouteController().stopRoute("consumer");
    context.removeRoute("consumer");
    consume("idempotentRepository=#done&limit=50");
    poll();

    assertThat(emitted).containsExactly("file-0001", "file-0002");
  }

  @Test
  void headersIdentifyTheFileAndTheRequest() throws Exception {
    addFiles(1);
    List<Object> headers = new ArrayList<>();
    consume(
        "",
        exchange -> {
          headers.add(exchange.getMessage().getHeader(ArkConstants.FILE_ID));
          headers.add(exchange.getMessage().getHeader(ArkConstants.FILE_NAME));
          headers.add(exchange.getMessage().getHeader(ArkConstants.FILE_STATUS));
          headers.add(exchange.getMessage().getHeader(ArkConstants.FILE_BYTES));
          headers.add(exchange.getMessage().getHeader(ArkConstants.REQUEST_ID));
        });

    poll();

    assertThat(headers).startsWith("file-0001", "file-0001.pdf", "active", 1024L);
    assertThat(headers.get(4)).asString().isNotBlank();
  }
}
