// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file that {@code pollEnrich} received ends with the exchange, however briefly its endpoint
 * lives and whatever the aggregation does.
 */
class ConsumerPollEnrichLifecycleTest extends ConsumerTestSupport {

  private void route(int cacheSize, String options, AggregationStrategy aggregation)
      throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:go")
                .pollEnrich()
                .constant(uri("inProgressRepository=#claims&delay=10s&" + options))
                .timeout(0)
                .cacheSize(cacheSize)
                .aggregationStrategy(aggregation)
                .process(ConsumerPollEnrichLifecycleTest.this::noteAnyFile);
          }
        });
  }

  private void noteAnyFile(Exchange exchange) {
    if (exchange.getMessage().getBody() instanceof ArkFile file) {
      emitted.add(file.id());
    }
  }

  private static Exchange takeFile(Exchange original, Exchange resource) {
    original.getMessage().setBody(resource == null ? null : resource.getMessage().getBody());
    return original;
  }

  private Exchange go() {
    return context.createProducerTemplate().send("direct:go", exchange -> {});
  }

  @ParameterizedTest(name = "cacheSize={0}")
  @ValueSource(ints = {-1, 0, 1, 1000})
  void eachFileIsDeletedWhenItsExchangeIsDone(int cacheSize) throws Exception {
    addFiles(3);
    route(cacheSize, "deleteAfterRead=true", ConsumerPollEnrichLifecycleTest::takeFile);

    for (int left = 2; left >= 0; left--) {
      assertThat(go().getException()).isNull();
      assertThat(stored()).hasSize(left);
      assertThat(claims.getCacheSize()).isZero();
    }

    assertThat(emitted).containsExactly("file-0001", "file-0002", "file-0003");
  }

  @ParameterizedTest(name = "cacheSize={0}")
  @ValueSource(ints = {-1, 0, 1000})
  void eachFileComesOnceWithoutDeleting(int cacheSize) throws Exception {
    addFiles(3);
    route(cacheSize, "", ConsumerPollEnrichLifecycleTest::takeFile);

    for (int i = 0; i < 5; i++) {
      assertThat(go().getException()).isNull();
    }

    assertThat(emitted).containsExactly("file-0001", "file-0002", "file-0003");
  }

  @Test
  void continuesAfterTheCursorWithoutACache() throws Exception {
    context.getRegistry().bind("cursors", new MemoryStateRepository());
    addFiles(3);
    CLOCK.advance(Duration.ofMinutes(1));
    route(-1, "cursorRepository=#cursors", ConsumerPollEnrichLifecycleTest::takeFile);

    for (int i = 0; i < 5; i++) {
      assertThat(go().getException()).isNull();
    }

    assertThat(emitted).containsExactly("file-0001", "file-0002", "file-0003");
  }

  @Test
  void withoutACacheClaimsInMemoryHoldToo() throws Exception {
    addFiles(2);
    List<String> inside = new ArrayList<>();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:outer")
                .pollEnrich()
                .constant(uri("deleteAfterRead=true"))
                .timeout(0)
                .cacheSize(-1)
                .process(exchange -> inside.add(idOf(exchange)))
                .choice()
                .when(exchange -> inside.size() == 1)
                .to("direct:outer");
          }
        });

    context.createProducerTemplate().sendBody("direct:outer", "");

    assertThat(inside).containsExactly("file-0001", "file-0002");
    assertThat(stored()).isEmpty();
  }

  @ParameterizedTest(name = "cacheSize={0}")
  @ValueSource(ints = {-1, 1000})
  void fileWhoseAggregationThrowsComesAgain(int cacheSize) throws Exception {
    addFiles(1);
    boolean[] fails = {true};
    route(
        cacheSize,
        "deleteAfterRead=true",
        (original, resource) -> {
          if (fails[0]) {
            throw new IllegalStateException("no aggregation");
          }
          return takeFile(original, resource);
        });

    assertThat(go().getException()).isNotNull();

    assertThat(claims.getCacheSize()).isZero();
    assertThat(stored()).hasSize(1);
    fails[0] = false;
    go();
    assertThat(emitted).isEmpty();
    CLOCK.advance(Duration.ofSeconds(10));
    go();
    assertThat(emitted).containsExactly("file-0001");
    assertThat(stored()).isEmpty();
  }

  @Test
  void fileThatTheAggregationDropsIsNotDeletedAndComesAgain() throws Exception {
    addFiles(1);
    route(1000, "deleteAfterRead=true", (original, resource) -> null);

    assertThat(go().getException()).isNull();

    assertThat(claims.getCacheSize()).isZero();
    assertThat(stored()).hasSize(1);
  }

  @Test
  void redeliveredAggregationTakesTheNextFileAndDeletesOnlyThat() throws Exception {
    addFiles(2);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(IllegalStateException.class).maximumRedeliveries(1).redeliveryDelay(0);
            from("direct:go")
                .pollEnrich(
                    uri("inProgressRepository=#claims&deleteAfterRead=true"),
                    0,
                    failOnce(ConsumerPollEnrichLifecycleTest::takeFile))
                .process(ConsumerPollEnrichLifecycleTest.this::noteAnyFile);
          }
        });

    assertThat(go().getException()).isNull();

    assertThat(emitted).containsExactly("file-0002");
    assertThat(stored()).containsExactly("file-0001");
    assertThat(claims.getCacheSize()).isZero();
  }

  private static AggregationStrategy failOnce(AggregationStrategy aggregation) {
    boolean[] failed = {false};
    return (original, resource) -> {
      if (!failed[0]) {
        failed[0] = true;
        throw new IllegalStateException("once");
      }
      return aggregation.aggregate(original, resource);
    };
  }

  @Test
  void twoFilesOfOneExchangeAreBothDeletedWhenItIsDone() throws Exception {
    addFiles(2);
    String uri = uri("inProgressRepository=#claims&deleteAfterRead=true");
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:go").pollEnrich(uri, 0).pollEnrich(uri, 0);
          }
        });

    assertThat(go().getException()).isNull();

    assertThat(stored()).isEmpty();
    assertThat(claims.getCacheSize()).isZero();
  }

  @Test
  void pollEipReceivesAndDeletes() throws Exception {
    addFiles(1);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:go")
                .poll(uri("inProgressRepository=#claims&deleteAfterRead=true"), 0)
                .process(ConsumerPollEnrichLifecycleTest.this::noteAnyFile);
          }
        });

    assertThat(go().getException()).isNull();

    assertThat(emitted).containsExactly("file-0001");
    assertThat(stored()).isEmpty();
  }

  @Test
  void templateEndsTheFileThatItReceived() throws Exception {
    addFiles(1);
    String uri = uri("inProgressRepository=#claims&deleteAfterRead=true");
    try (ConsumerTemplate template = context.createConsumerTemplate()) {
      Exchange exchange = template.receiveNoWait(uri);
      assertThat(idOf(exchange)).isEqualTo("file-0001");
      assertThat(stored()).hasSize(1);

      template.doneUoW(exchange);
    }

    assertThat(stored()).isEmpty();
    assertThat(claims.getCacheSize()).isZero();
  }
}
