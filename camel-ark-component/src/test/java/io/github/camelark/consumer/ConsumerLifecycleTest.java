// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.LiveThreads;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumerLifecycleTest extends ConsumerTestSupport {

  private void consumeByTheScheduler(String options) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(
                    SimulatedProvider.ARK,
                    "initialDelay=0&delay=5&maxConnections=1&inProgressRepository=#claims&"
                        + options))
                .routeId("consumer")
                .process(ConsumerLifecycleTest.this::note);
          }
        });
  }

  /** The threads of the component in this context: others may still be ending theirs. */
  private List<String> threads() {
    return LiveThreads.named("ark").stream()
        .filter(name -> name.contains("(" + context.getName() + ")"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"stop", "suspend"})
  void tenRestartsLeakNothingAndReceiveEveryFileOnce(String how) throws Exception {
    consumeByTheScheduler("limit=2");
    addFiles(5);
    eventually(() -> emitted.size() == 5);
    int threadsBefore = threads().size();

    for (int i = 1; i <= 10; i++) {
      if (how.equals("stop")) {
        context.getRouteController().stopRoute("consumer");
        context.getRouteController().startRoute("consumer");
      } else {
        context.getRouteController().suspendRoute("consumer");
        context.getRouteController().resumeRoute("consumer");
      }
      addFiles(3, 0);
      int expected = 5 + 3 * i;
      eventually(() -> emitted.size() == expected);
    }

    assertThat(emitted).doesNotHaveDuplicates();
    eventually(() -> claims.getCacheSize() == 0);
    eventually(() -> threads().size() <= threadsBefore);
    assertThat(reported).isEmpty();
  }

  @Test
  void stoppedRouteHasNoThread() throws Exception {
    consumeByTheScheduler("limit=2");
    addFiles(5);
    eventually(() -> emitted.size() == 5);

    context.getRouteController().stopRoute("consumer");

    // the timer of the calls belongs to the component, whose clients outlive its routes
    eventually(() -> threads().stream().allMatch(name -> name.endsWith("ark-call-timeout")));
    context.stop();
    eventually(() -> threads().isEmpty());
  }

  @Test
  void suspendedConsumerSendsNoRequest() throws Exception {
    addFiles(2);
    consume("");
    context.getRouteController().suspendRoute("consumer");

    poll();

    assertThat(lists()).isEmpty();
  }

  @Test
  void givenRepositoriesAreStartedAndStopWithTheContextOnly() throws Exception {
    MemoryIdempotentRepository done = new MemoryIdempotentRepository();
    MemoryStateRepository cursors = new MemoryStateRepository();
    context.getRegistry().bind("done", done);
    context.getRegistry().bind("cursors", cursors);
    addFiles(2);
    consume("idempotentRepository=#done&cursorRepository=#cursors&cursorKey=position&cursorLag=0");
    assertThat(done.isStarted()).isTrue();
    assertThat(cursors.isStarted()).isTrue();
    poll();

    context.getRouteController().stopRoute("consumer");
    context.removeRoute("consumer");

    assertThat(done.contains("file-0001")).isTrue();
    assertThat(cursors.getState("position")).endsWith(" file-0002");
    context.stop();
    assertThat(done.isStopped()).isTrue();
    assertThat(cursors.isStopped()).isTrue();
  }

  @Test
  void defaultMemoryOutlivesARestartOfTheRoute() throws Exception {
    addFiles(3);
    consume("");
    poll();

    context.getRouteController().stopRoute("consumer");
    context.getRouteController().startRoute("consumer");
    poll();

    assertThat(emitted).hasSize(3);
  }

  @Test
  void twoConsumersThatShareBothRepositoriesEmitEachFileOnce() throws Exception {
    IdempotentRepository done = MemoryIdempotentRepository.memoryIdempotentRepository(1000);
    context.getRegistry().bind("done", done);
    addFiles(200);
    for (String limit : List.of("7", "10")) {
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(uri(
                      SimulatedProvider.ARK,
                      "initialDelay=0&delay=5&idempotentRepository=#done&inProgressRepository=#claims&limit="
                          + limit))
                  .process(ConsumerLifecycleTest.this::note);
            }
          });
    }

    eventually(() -> emitted.size() >= 200);
    context.stop();

    assertThat(emitted).hasSize(200).doesNotHaveDuplicates();
  }
}
