// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

class ConsumerPollEnrichTest extends ConsumerTestSupport {

  private final List<Integer> claimsDuring = new ArrayList<>();

  private void route(String options, long timeout) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:go")
                .pollEnrich(uri("inProgressRepository=#claims&" + options), timeout)
                .process(exchange -> claimsDuring.add(claims.getCacheSize()))
                .choice()
                .when(exchangeProperty("fail").isNotNull())
                .throwException(new IllegalStateException("as told"));
          }
        });
  }

  private Exchange go() {
    return go(false);
  }

  private Exchange go(boolean fail) {
    // A property, because pollEnrich of Camel 4.14 drops the headers.
    ExchangeBuilder message = ExchangeBuilder.anExchange(context);
    return context
        .createProducerTemplate()
        .send("direct:go", fail ? message.withProperty("fail", true).build() : message.build());
  }

  private static String takenBy(Exchange exchange) {
    ArkFile file = exchange.getMessage().getBody(ArkFile.class);
    return file == null ? null : file.id();
  }

  @Test
  void takesOneFileAndLeavesTheRestUnclaimed() throws Exception {
    addFiles(5);
    route("", 0);

    String first = takenBy(go());
    String second = takenBy(go());

    assertThat(List.of(first, second)).containsExactly("file-0001", "file-0002");
    assertThat(claimsDuring).containsExactly(1, 1);
    assertThat(claims.getCacheSize()).isZero();
  }

  @Test
  void headersIdentifyTheFile() throws Exception {
    addFiles(1);
    route("", 0);

    assertThat(go().getMessage().getHeaders())
        .containsEntry(ArkConstants.FILE_ID, "file-0001")
        .containsKey(ArkConstants.REQUEST_ID);
  }

  @Test
  void returnsNothingWithoutFiles() throws Exception {
    route("", 0);

    Exchange exchange = go();

    assertThat(takenBy(exchange)).isNull();
    assertThat(exchange.getException()).isNull();
    assertThat(lists()).hasSize(1);
  }

  @Test
  void looksOnceMoreWhenTheTimeIsUp() throws Exception {
    route("delay=1h", 1_000);

    assertThat(takenBy(go())).isNull();
    assertThat(lists()).hasSize(2);
  }

  @Test
  void waitsForAFileWithinTheTimeout() throws Exception {
    route("delay=5", 30_000);
    CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(this::go, OWN_THREAD);
    eventually(() -> lists().size() > 2);

    String id = add(SimulatedFile.named("late.pdf"));

    assertThat(takenBy(waiting.join())).isEqualTo(id);
  }

  @Test
  void waitsForeverWithoutATimeout() throws Exception {
    route("delay=5", -1);
    CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(this::go, OWN_THREAD);
    eventually(() -> lists().size() > 2);

    String id = add(SimulatedFile.named("late.pdf"));

    assertThat(takenBy(waiting.join())).isEqualTo(id);
  }

  @Test
  void fileIsDeletedWhenTheExchangeIsDone() throws Exception {
    addFiles(3);
    route("deleteAfterRead=true", 0);

    go();

    assertThat(stored()).containsExactly("file-0002", "file-0003");
  }

  @Test
  void fileIsRetriedIfTheExchangeFails() throws Exception {
    addFiles(2);
    route("delay=10s&deleteAfterRead=true", 0);
    go(true);
    assertThat(stored()).hasSize(2);
    assertThat(claims.getCacheSize()).isZero();

    String next = takenBy(go());
    CLOCK.advance(Duration.ofSeconds(10));
    String again = takenBy(go());

    assertThat(List.of(next, again)).containsExactly("file-0002", "file-0001");
  }

  @Test
  void looksOnFurtherPagesForAFileThatIsNotDone() throws Exception {
    addFiles(7);
    route("limit=2", 0);

    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(takenBy(go()));
    }

    assertThat(ids).doesNotHaveDuplicates().hasSize(7).doesNotContainNull();
    assertThat(takenBy(go())).isNull();
  }

  @Test
  void failingListFailsTheExchange() throws Exception {
    simulator().failNext(1, SimulatedFault.status(500));
    route("", 0);

    assertThat(go().getException()).rootCause().isInstanceOf(ArkUnavailableException.class);
    assertThat(claims.getCacheSize()).isZero();
  }

  @Test
  void continuesAfterTheCursor() throws Exception {
    context.getRegistry().bind("cursors", new MemoryStateRepository());
    addFiles(3);
    CLOCK.advance(Duration.ofMinutes(1));
    route("cursorRepository=#cursors&idempotent=false", 0);
    go();
    go();
    go();
    simulator().clearJournal();

    assertThat(takenBy(go())).isNull();

    assertThat(lists()).singleElement().asString().contains("after=file-0003");
  }

  @Test
  void cursorThatCannotBeStoredKeepsNoClaim() throws Exception {
    context.getRegistry().bind("full", new FullStateRepository());
    addFiles(3);
    CLOCK.advance(Duration.ofMinutes(1));
    route("cursorRepository=#full&filterFile=RAW(${body.id} != 'file-0001')", 0);

    assertThat(go().getException()).hasRootCauseMessage("the disk is full");
    assertThat(claims.getCacheSize()).isZero();
  }
}
