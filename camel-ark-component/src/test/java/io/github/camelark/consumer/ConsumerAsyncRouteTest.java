// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumerAsyncRouteTest extends ConsumerTestSupport {

  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();

  @AfterEach
  void openTheGate() {
    gate.countDown();
  }

  private void waitAtTheGate(Exchange exchange) throws InterruptedException {
    waiting.incrementAndGet();
    gate.await();
    finished.incrementAndGet();
  }

  private void routeWithThreads(String options) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri("inProgressRepository=#claims&" + options))
                .routeId("consumer")
                .process(ConsumerAsyncRouteTest.this::note)
                .threads(5, 5)
                .process(ConsumerAsyncRouteTest.this::waitAtTheGate);
          }
        });
  }

  private void routeWithSeda(String wait, String options) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri("inProgressRepository=#claims&" + options))
                .routeId("consumer")
                .process(ConsumerAsyncRouteTest.this::note)
                .to("seda:work?waitForTaskToComplete=" + wait);
            from("seda:work?concurrentConsumers=5")
                .process(ConsumerAsyncRouteTest.this::waitAtTheGate);
          }
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"idempotent=true", "idempotent=false", "deleteAfterRead=true"})
  void fileInFlightIsNotRepeated(String options) throws Exception {
    addFiles(3);
    routeWithThreads(options);
    poll();
    eventually(() -> waiting.get() == 3);
    assertThat(claims.getCacheSize()).isEqualTo(3);

    poll();
    poll();

    assertThat(emitted).containsExactly("file-0001", "file-0002", "file-0003");
    gate.countDown();
    eventually(() -> claims.getCacheSize() == 0);
  }

  @ParameterizedTest(name = "waitForTaskToComplete={0}")
  @ValueSource(strings = {"Never", "IfReplyExpected"})
  void queuedFileIsNotRepeated(String wait) throws Exception {
    addFiles(3);
    routeWithSeda(wait, "");
    poll();
    eventually(() -> waiting.get() == 3);

    poll();

    assertThat(emitted).hasSize(3);
    assertThat(claims.getCacheSize()).isEqualTo(3);
    gate.countDown();
    eventually(() -> claims.getCacheSize() == 0);
    assertThat(polled()).isEmpty();
  }

  @Test
  void synchronousQueueReleasesClaims() throws Exception {
    addFiles(3);
    gate.countDown();
    routeWithSeda("Always", "");

    poll();
    poll();

    assertThat(emitted).hasSize(3);
    eventually(() -> claims.getCacheSize() == 0);
  }

  @Test
  void fileInFlightIsDeletedWhenDone() throws Exception {
    addFiles(3);
    routeWithThreads("deleteAfterRead=true");
    poll();
    assertThat(stored()).hasSize(3);

    gate.countDown();

    eventually(() -> stored().isEmpty());
  }

  @Test
  void fileInFlightHoldsTheCursorBack() throws Exception {
    MemoryStateRepository cursors = new MemoryStateRepository();
    context.getRegistry().bind("cursors", cursors);
    addFiles(3);
    CLOCK.advance(Duration.ofMinutes(1));
    routeWithThreads("cursorRepository=#cursors&cursorKey=position");
    poll();
    poll();
    assertThat(cursors.getState("position")).isNull();

    gate.countDown();
    eventually(() -> claims.getCacheSize() == 0);
    poll();

    assertThat(cursors.getState("position")).endsWith(" file-0003");
    assertThat(emitted).hasSize(3);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"idempotent=true", "idempotent=false"})
  void fileFinishedBetweenPollsIsNotRepeatedWithACursor(String options) throws Exception {
    context.getRegistry().bind("cursors", new MemoryStateRepository());
    addFiles(3);
    CLOCK.advance(Duration.ofMinutes(1));
    routeWithThreads("cursorRepository=#cursors&" + options);
    poll();
    poll();

    gate.countDown();
    eventually(() -> claims.getCacheSize() == 0);
    List<String> ids = polled();

    assertThat(ids).isEmpty();
  }
}
