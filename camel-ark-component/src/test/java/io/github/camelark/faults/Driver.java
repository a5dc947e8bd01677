// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import io.github.camelark.ArkConsumer;
import io.github.camelark.ArkInternals;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.ReportedFailures;
import io.github.camelark.transport.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Makes the calls and polls, by real endpoints whose time is given. */
final class Driver implements AutoCloseable {

  /** What no failure may show; a URI that names it would show it in logs. */
  static final String KEY = "the-secret-key";

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final ProducerTemplate template;
  private final FakeTime time;
  private final List<String> emitted = new ArrayList<>();
  private final List<Throwable> reported = new ArrayList<>();

  Driver(FakeTime time) {
    this.time = time;
    context.addComponent("ark", ArkInternals.component(time));
    context.getRegistry().bind("key", KEY);
    context.getRegistry().bind("reported", new ReportedFailures(reported));
    context.start();
    template = context.createProducerTemplate();
  }

  /** Calls the operation, or lets the consumer poll once. */
  Result drive(Subject subject, String baseUrl, String options, String fileId) throws Exception {
    String uri = subject.uri(baseUrl, options);
    int sleptBefore = time.sleeps().size();
    emitted.clear();
    reported.clear();
    Object body = null;
    if (subject.isConsumer()) {
      consumer(uri).run();
    } else {
      Exchange exchange =
          template.send(uri, ExchangeBuilder.anExchange(context).withBody(fileId).build());
      if (exchange.getException() != null) {
        reported.add(exchange.getException());
      }
      body = exchange.getMessage().getBody();
    }
    return new Result(subject, fileId, failure(), body, List.copyOf(emitted), slept(sleptBefore));
  }

  private Throwable failure() {
    if (reported.size() > 1) {
      throw new AssertionError("more than one failure: " + reported);
    }
    return reported.isEmpty() ? null : reported.get(0);
  }

  private List<Duration> slept(int before) {
    List<Duration> sleeps = time.sleeps();
    return sleeps.subList(before, sleeps.size());
  }

  private ArkConsumer consumer(String uri) throws Exception {
    if (context.getRoute(uri) == null) {
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(uri)
                  .routeId(uri)
                  .process(
                      exchange -> emitted.add(exchange.getMessage().getBody(ArkFile.class).id()));
            }
          });
    }
    Route route = context.getRoute(uri);
    return (ArkConsumer) route.getConsumer();
  }

  @Override
  public void close() throws Exception {
    context.close();
  }
}
