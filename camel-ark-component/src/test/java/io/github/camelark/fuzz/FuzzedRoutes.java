// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConstants;
import io.github.camelark.ArkInternals;
import io.github.camelark.fuzz.FuzzedAnswer.Message;
import io.github.camelark.support.ReportedFailures;
import io.github.camelark.test.SettableClock;
import io.github.camelark.transport.SleeplessTime;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** Every operation and two consumers by real endpoints, with one retry. Sleeping takes no time. */
final class FuzzedRoutes implements AutoCloseable {

  static final int MAX_RETRIES = 1;

  private static final String COMMON =
      "&requestsPerSecond=0&retryDelay=0&maxRetries="
          + MAX_RETRIES
          + "&maxResponseSize=200000"
          + "&responseTimeout=20s&callTimeout=40s";

  private static final String POLLED =
      "&startScheduler=false&exceptionHandler=#reported&inProgressRepository=#claims";

  private static final HttpClientConfigurer FRESH_CONNECTIONS =
      builder -> builder.setConnectionReuseStrategy((request, response, http) -> false);

  private final SettableClock clock = new SettableClock();
  private final MemoryIdempotentRepository claims = new MemoryIdempotentRepository();
  private final MemoryIdempotentRepository done = new MemoryIdempotentRepository();
  private final MemoryStateRepository cursors = new MemoryStateRepository();
  private final List<Throwable> reported = new CopyOnWriteArrayList<>();
  private final List<Message> polled = new CopyOnWriteArrayList<>();
  private final Map<FuzzedCall, Endpoint> endpoints = new EnumMap<>(FuzzedCall.class);
  private final CamelContext context = new DefaultCamelContext();
  private final ProducerTemplate template;

  private FuzzedRoutes(FuzzedServer server, boolean keepsConnections) throws Exception {
    ArkComponent component = ArkInternals.component(new SleeplessTime(clock, System::nanoTime));
    component.getConfiguration().setBaseUrl(server.baseUrl());
    component.getConfiguration().setApiKey(Seed.KEY);
    context.addComponent("ark", component);
    context.getRegistry().bind("reported", new ReportedFailures(reported));
    context.getRegistry().bind("claims", claims);
    context.getRegistry().bind("done", done);
    context.getRegistry().bind("cursors", cursors);
    context.getRegistry().bind("fresh", HttpClientConfigurer.class, FRESH_CONNECTIONS);
    context.start();
    template = context.createProducerTemplate();
    for (FuzzedCall call : FuzzedCall.values()) {
      open(call, keepsConnections ? COMMON : COMMON + "&http.httpClientConfigurer=#fresh");
    }
  }

  /** For a server that closes every connection: none is used again. */
  static FuzzedRoutes withFreshConnections(FuzzedServer server) throws Exception {
    return new FuzzedRoutes(server, false);
  }

  /** As in production: connections are reused. */
  static FuzzedRoutes withKeptConnections(FuzzedServer server) throws Exception {
    return new FuzzedRoutes(server, true);
  }

  /** Makes a call for that id, which a list does not need. */
  FuzzedAnswer call(FuzzedCall call, String id) {
    return call.isPoll() ? poll(call) : send(call, id);
  }

  /** How many files a consumer has claimed and not given back. */
  int claims() {
    return claims.getCacheSize();
  }

  @Override
  public void close() throws Exception {
    context.close();
  }

  private FuzzedAnswer send(FuzzedCall call, String id) {
    Exchange exchange = ExchangeBuilder.anExchange(context).build();
    exchange
        .getMessage()
        .setHeader(
            call == FuzzedCall.DELETE_RESPONSE ? ArkConstants.RESPONSE_ID : ArkConstants.FILE_ID,
            id);
    template.send(endpoints.get(call), exchange);
    return exchange.getException() == null
        ? new FuzzedAnswer(List.of(message(exchange)), List.of())
        : new FuzzedAnswer(List.of(), List.of(exchange.getException()));
  }

  /** From a clean slate: what one server did must not change what the next one sees. */
  private FuzzedAnswer poll(FuzzedCall call) {
    // a server that asked to wait has waited long enough
    clock.advance(Duration.ofHours(2));
    reported.clear();
    polled.clear();
    done.clear();
    cursors.setState("cursor", "");
    Runnable consumer = (Runnable) context.getRoute(call.name()).getConsumer();
    consumer.run();
    if (call == FuzzedCall.POLL_FROM_CURSOR) {
      clock.advance(Duration.ofHours(2));
      consumer.run();
    }
    return new FuzzedAnswer(List.copyOf(polled), List.copyOf(reported));
  }

  private void open(FuzzedCall call, String options) throws Exception {
    if (!call.isPoll()) {
      endpoints.put(call, context.getEndpoint(call.uri() + options));
      return;
    }
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(call.uri() + options + POLLED)
                .routeId(call.name())
                .process(exchange -> polled.add(message(exchange)));
          }
        });
  }

  private static Message message(Exchange exchange) {
    return new Message(
        exchange.getMessage().getBody(), new HashMap<>(exchange.getMessage().getHeaders()));
  }
}
