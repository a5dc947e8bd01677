// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lifecycle;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.camelark.ArkEndpoint;
import io.github.camelark.ArkInternals;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.LiveThreads;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.transport.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Camel starts and stops for a single message: connections, pace and lazy lists are the
 * component's, and outlive it.
 */
class ProducerPerCallTest extends RouteTestSupport {

  private static final int CALLS = 41;

  /** A way to call that leaves no producer behind. */
  private record Way(String name, Steps steps) {

    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  private interface Steps {
    ProcessorDefinition<?> call(ProcessorDefinition<?> from, RouteBuilder routes, String uri);
  }

  static Stream<Way> ways() {
    return Stream.of(
        new Way("toD", (from, routes, uri) -> from.toD(uri, -1)),
        new Way(
            "recipientList",
            (from, routes, uri) ->
                from.recipientList(routes.constant(uri)).delimiter("false").cacheSize(-1).end()),
        new Way(
            "routingSlip",
            (from, routes, uri) ->
                from.routingSlip(routes.constant(uri), "\n").cacheSize(-1).end()),
        new Way("enrich", (from, routes, uri) -> from.enrich().constant(uri).cacheSize(-1).end()),
        new Way(
            "a template",
            (from, routes, uri) ->
                from.process(
                    exchange -> {
                      try (ProducerTemplate template =
                          exchange.getContext().createProducerTemplate()) {
                        exchange.getMessage().setBody(template.requestBody(uri, (Object) null));
                      }
                    })));
  }

  private final FakeTime time = new FakeTime();

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void keepsThePace(Way way) throws Exception {
    context.addComponent("ark", ArkInternals.component(time));
    route(way, ark("files?operation=list&requestsPerSecond=20"));

    for (int call = 0; call < CALLS; call++) {
      assertThat(send("direct:start", null).getException()).isNull();
    }

    assertThat(waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(simulator().journal()).hasSize(CALLS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void keepsTheConnection(Way way) throws Exception {
    String emptyList = "{\"object\":\"list\",\"data\":[],\"has_more\":false}";
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, emptyList))) {
      route(
          way,
          "ark:files?operation=list&apiKey=fake-key&requestsPerSecond=0&baseUrl="
              + server.baseUrl());

      for (int call = 0; call < CALLS; call++) {
        assertThat(send("direct:start", null).getException()).isNull();
      }

      assertThat(server.connections()).isEqualTo(1);
    }
    assertThat(ArkInternals.transports(component()).size()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void returnsAListThatIsReadLater(Way way) throws Exception {
    simulator().addFiles(ARK, 9);
    route(way, ark("files?operation=list&paging=stream&order=asc&limit=2&requestsPerSecond=0"));

    List<String> files = ids(send("direct:start", null));

    assertThat(files).hasSize(9);
  }

  @Test
  void returnsAListThatIsReadAfterItsRouteStopped() throws Exception {
    simulator().addFiles(ARK, 9);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .routeId("listing")
                .to(ark("files?operation=list&paging=stream&limit=2&requestsPerSecond=0"));
          }
        });
    Exchange list = send("direct:start", null);

    context.getRouteController().stopRoute("listing");
    context.removeRoute("listing");

    assertThat(ids(list)).hasSize(9);
  }

  @Test
  void keepsThePaceOfAListThatIsReadAfterItsProducerHasStopped() {
    context.addComponent("ark", ArkInternals.component(time));
    simulator().addFiles(ARK, CALLS);

    ids(send(ark("files?operation=list&paging=stream&limit=1&requestsPerSecond=20"), null));

    assertThat(waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void namesTheFixForAListThatIsReadAfterTheComponentStopped() {
    simulator().addFiles(ARK, 9);
    Iterator<?> files =
        call(ark("files?operation=list&paging=stream&order=asc&limit=2")).getBody(Iterator.class);

    context.stop();

    assertThat(((ArkFile) files.next()).id()).isEqualTo("file-0001");
    assertThat(((ArkFile) files.next()).id()).isEqualTo("file-0002");
    assertThatUnavailable(files);
    assertThatUnavailable(files);
  }

  @Test
  void listCanBeReadAgainAfterARestartOfTheComponent() throws Exception {
    simulator().addFiles(ARK, 3);

    component().stop();
    component().start();

    assertThat(ids(send(ark("files?operation=list&paging=stream&limit=2"), null))).hasSize(3);
  }

  @Test
  void stoppedPollingConsumerStillDeletesItsFile() throws Exception {
    simulator().addFiles(ARK, 4);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .pollEnrich()
                .constant(ark("files?deleteAfterRead=true&requestsPerSecond=0"))
                .timeout(0)
                .cacheSize(-1);
          }
        });
    List<Object> files = new ArrayList<>();

    for (int message = 0; message < 4; message++) {
      files.add(send("direct:start", null).getMessage().getBody());
    }

    assertThat(files)
        .extracting(file -> ((ArkFile) file).id())
        .containsExactly("file-0001", "file-0002", "file-0003", "file-0004");
    assertThat(simulator().files(ARK)).isEmpty();
    assertThat(ArkInternals.transports(component()).size()).isEqualTo(1);
  }

  @Test
  void reopensAClientThatWasClosedWhenIdle() throws Exception {
    context.addComponent("ark", ArkInternals.component(time));
    simulator().addFiles(ARK, 3);
    String stream = ark("files?operation=list&paging=stream&limit=1&requestsPerSecond=0");
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start").to(stream);
          }
        });
    Exchange begun = send("direct:start", null);

    time.pass(Duration.ofHours(1));
    ArkInternals.transports(component()).closeIdle();
    int open = ArkInternals.transports(component()).size();

    assertThat(open).isZero();
    assertThat(ids(begun)).hasSize(3);
    assertThat(ids(send("direct:start", null))).hasSize(3);
    assertThat(ArkInternals.transports(component()).size()).isEqualTo(1);
  }

  @Test
  void opensNoClientOfAStoppedComponent() throws Exception {
    ArkEndpoint endpoint = context.getEndpoint(ark("files?operation=list"), ArkEndpoint.class);
    component().stop();

    assertThatIllegalStateException()
        .isThrownBy(() -> endpoint.createProducer().start())
        .withMessage("the ark component is stopped: start it first");
    assertThat(LiveThreads.named("(" + context.getName().toLowerCase(Locale.ROOT) + ")"))
        .noneMatch(name -> name.contains("ark"));
  }

  @Test
  void doesNotAccumulateClients() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start").toD(ark("files?operation=list&maxConnections=${header.n}"), -1);
          }
        });
    int threads = LiveThreads.named("ark").size();

    for (int n = 1; n <= 300; n++) {
      assertThat(send("direct:start", null, Map.of("n", n)).getException()).isNull();
    }

    assertThat(ArkInternals.transports(component()).size()).isLessThanOrEqualTo(64);
    assertThat(LiveThreads.named("ark")).hasSizeLessThanOrEqualTo(threads + 1);
  }

  private void route(Way way, String uri) throws Exception {
    RoutesBuilder routes =
        new RouteBuilder() {
          @Override
          public void configure() {
            way.steps().call(from("direct:start"), this, uri);
          }
        };
    context.addRoutes(routes);
  }

  private Duration waited() {
    return time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static void assertThatUnavailable(Iterator<?> files) {
    assertThatExceptionOfType(ArkUnavailableException.class)
        .isThrownBy(files::next)
        .withMessageContaining("the component was stopped")
        .withMessageContaining("start it again")
        .withMessageContaining("list");
  }

  private static List<String> ids(Exchange exchange) {
    assertThat(exchange.getException()).isNull();
    List<String> ids = new ArrayList<>();
    exchange
        .getMessage()
        .getBody(Iterator.class)
        .forEachRemaining(file -> ids.add(((ArkFile) file).id()));
    return ids;
  }
}
