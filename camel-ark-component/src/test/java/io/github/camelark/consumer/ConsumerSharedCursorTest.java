// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConsumer;
import io.github.camelark.ArkInternals;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.transport.SleeplessTime;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two consumers of one context that would move one cursor are refused when the second starts. */
class ConsumerSharedCursorTest extends ConsumerTestSupport {

  private final MemoryStateRepository cursors = new MemoryStateRepository();

  @BeforeEach
  void bindTheRepositoryTwice() {
    context.getRegistry().bind("cursors", cursors);
    context.getRegistry().bind("alias", cursors);
    context.getRegistry().bind("other", new MemoryStateRepository());
  }

  private void route(String id, String options) throws Exception {
    routeFrom(uri(options), id);
  }

  private void routeFrom(String uri, String id) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri).routeId(id).process(ConsumerSharedCursorTest.this::note);
          }
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "cursorRepository=#cursors&limit=10",
        "cursorRepository=#alias",
        "cursorRepository=#cursors&apiKey=another-account"
      })
  void secondOfTwoWithTheSameFiltersIsRefused(String options) throws Exception {
    route("one", "cursorRepository=#cursors");

    assertThatThrownBy(
            () -> routeFrom(uri(options).replaceFirst("apiKey=[^&]*&(?=.*apiKey=)", ""), "two"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("cursorKey", "ark://files")
        .hasMessageNotContaining(simulator().apiKey(SimulatedProvider.ARK));
  }

  @Test
  void twoRepositoriesInOneFileAreOne(@TempDir Path folder) throws Exception {
    File store = folder.resolve("cursors").toFile();
    context.getRegistry().bind("file1", FileStateRepository.fileStateRepository(store));
    context.getRegistry().bind("file2", FileStateRepository.fileStateRepository(store));
    route("one", "cursorRepository=#file1");

    assertThatThrownBy(() -> route("two", "cursorRepository=#file2"))
        .hasMessageContaining("cursorKey");
  }

  @Test
  void secondConsumerWithTheSameGivenKeyIsRefused() throws Exception {
    route("one", "cursorRepository=#cursors&cursorKey=mine");

    assertThatThrownBy(() -> route("two", "cursorRepository=#cursors&cursorKey=mine&status=active"))
        .hasMessageContaining("mine");
  }

  @Test
  void secondOneOfAnotherComponentIsRefusedToo() throws Exception {
    ArkComponent second = new ArkComponent();
    ArkInternals.setTime(second, new SleeplessTime(CLOCK, () -> CLOCK.passed().toNanos()));
    context.addComponent("ark2", second);
    route("one", "cursorRepository=#cursors");

    assertThatThrownBy(
            () -> routeFrom(uri("cursorRepository=#cursors").replaceFirst("^ark:", "ark2:"), "two"))
        .hasMessageContaining("cursorKey");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "cursorRepository=#cursors&status=active",
        "cursorRepository=#cursors&purpose=user_data",
        "cursorRepository=#cursors&cursorKey=two",
        "cursorRepository=#other",
        "delay=20s"
      })
  void twoWithCursorsOfTheirOwnBothGetAllFiles(String options) throws Exception {
    route("one", "cursorRepository=#cursors&limit=10");
    route("two", options);
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));

    ((ArkConsumer) context.getRoute("one").getConsumer()).run();
    ((ArkConsumer) context.getRoute("two").getConsumer()).run();

    assertThat(emitted).hasSize(10);
  }

  @Test
  void routeThatStoppedMakesRoomForAnother() throws Exception {
    route("one", "cursorRepository=#cursors");
    context.getRouteController().stopRoute("one");

    route("two", "cursorRepository=#cursors&limit=10");

    assertThatThrownBy(() -> context.getRouteController().startRoute("one"))
        .hasMessageContaining("cursorKey");
    context.getRouteController().stopRoute("two");
    context.getRouteController().startRoute("one");
    assertThat(context.getRouteController().getRouteStatus("one").isStarted()).isTrue();
  }

  @Test
  void consumerWhoseRestartFailsReleasesItsMemoryAndCursorOnce() throws Exception {
    route("one", "cursorRepository=#cursors");
    Consumer one = context.getRoute("one").getConsumer();
    one.stop();
    route("two", "cursorRepository=#cursors&limit=10");

    assertThatThrownBy(one::start).hasMessageContaining("cursorKey");

    assertThatThrownBy(() -> route("three", "cursorRepository=#cursors&limit=20"))
        .as("the cursor is still that of two")
        .hasMessageContaining("cursorKey");
    context.getRouteController().stopRoute("two");
    context.getRouteController().stopRoute("one");
    context.getRouteController().startRoute("one");
    assertThatThrownBy(() -> context.getRouteController().startRoute("two"))
        .as("one has taken the cursor again")
        .hasMessageContaining("cursorKey");
  }

  @Test
  void routeThatWasRefusedHoldsNothing() throws Exception {
    route("one", "cursorRepository=#cursors");
    assertThatThrownBy(() -> route("two", "cursorRepository=#cursors&limit=10")).isNotNull();

    context.getRouteController().stopRoute("one");
    context.removeRoute("one");
    route("three", "cursorRepository=#cursors&limit=20");

    assertThat(context.getRouteController().getRouteStatus("three").isStarted()).isTrue();
  }

  @Test
  void routeCanBeRestartedAndResumed() throws Exception {
    route("one", "cursorRepository=#cursors");
    for (int i = 0; i < 3; i++) {
      context.getRouteController().stopRoute("one");
      context.getRouteController().startRoute("one");
      context.getRouteController().suspendRoute("one");
      context.getRouteController().resumeRoute("one");
    }

    assertThat(context.getRouteController().getRouteStatus("one").isStarted()).isTrue();
  }

  @Test
  void suspendedRouteKeepsItsCursor() throws Exception {
    route("one", "cursorRepository=#cursors");
    context.getRouteController().suspendRoute("one");

    assertThatThrownBy(() -> route("two", "cursorRepository=#cursors&limit=10"))
        .hasMessageContaining("cursorKey");
  }

  @Test
  void anotherContextMayShareTheCursor() throws Exception {
    route("one", "cursorRepository=#cursors");

    try (DefaultCamelContext second = newContext()) {
      second.getRegistry().bind("cursors", cursors);
      second.start();
      second.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(uri("cursorRepository=#cursors")).routeId("two").log("${body}");
            }
          });

      assertThat(second.getRouteController().getRouteStatus("two").isStarted()).isTrue();
    }
  }

  @Test
  void twoPollEnrichesOfOneUriShareTheirClaimsAndSoTheirCursor() throws Exception {
    String uri = uri("cursorRepository=#cursors");
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:one").pollEnrich(uri, 0).process(exchange -> note(exchange));
            from("direct:two").pollEnrich(uri, 0).process(exchange -> note(exchange));
          }
        });
    add(SimulatedFile.named("a.pdf"));
    CLOCK.advance(Duration.ofSeconds(10));
    add(SimulatedFile.named("b.pdf"));
    CLOCK.advance(Duration.ofMinutes(1));

    Exchange first = context.createProducerTemplate().send("direct:one", exchange -> {});
    Exchange second = context.createProducerTemplate().send("direct:two", exchange -> {});

    assertThat(first.getException()).isNull();
    assertThat(second.getException()).isNull();
    assertThat(emitted).hasSize(2).doesNotHaveDuplicates();
  }
}
