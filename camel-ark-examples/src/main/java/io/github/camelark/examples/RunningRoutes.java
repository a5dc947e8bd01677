// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.ArkComponent;
import io.github.camelark.examples.command.Service;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** A Camel context in which routes of the examples run with one service. */
final class RunningRoutes implements AutoCloseable {

  private static final String MODEL = "doubao-seed-1-8";

  private final DefaultCamelContext context = new DefaultCamelContext();

  private RunningRoutes() {}

  /** Starts the routes and no others: what is not loaded cannot delete anything. */
  static RunningRoutes start(
      Service service,
      RouteLanguage language,
      Retention retention,
      Tally tally,
      Set<ExampleRoute> routes)
      throws Exception {
    return start(service, language, retention, tally, routes, Map.of());
  }

  /**
   * @param properties what the routes have placeholders for
   */
  static RunningRoutes start(
      Service service,
      RouteLanguage language,
      Retention retention,
      Tally tally,
      Set<ExampleRoute> routes,
      Map<String, String> properties)
      throws Exception {
    RunningRoutes running = new RunningRoutes();
    try {
      DefaultCamelContext context = running.context;
      service.configure(context.getComponent("ark", ArkComponent.class).getConfiguration());
      context.getRegistry().bind("retention", retention);
      context.getRegistry().bind("tally", tally);
      context.getRegistry().bind("question", new Question(MODEL));
      properties.forEach(context.getPropertiesComponent()::addInitialProperty);
      for (ExampleRoute route : routes) {
        language.load(route, context);
      }
      context.start();
      return running;
    } catch (Exception e) {
      running.close();
      throw e;
    }
  }

  /** Sends a message with these headers to a route, and waits until the route is through. */
  void send(ExampleRoute route, Map<String, Object> headers) throws Exception {
    send(route, null, headers);
  }

  /** The same with a body. */
  void send(ExampleRoute route, @Nullable Object body, Map<String, Object> headers)
      throws Exception {
    Exchange exchange = ExchangeBuilder.anExchange(context).withBody(body).build();
    exchange.getMessage().getHeaders().putAll(headers);
    try (ProducerTemplate template = context.createProducerTemplate()) {
      template.send("direct:" + route.routeName(), exchange);
    }
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
  }

  @Override
  public void close() {
    context.stop();
  }
}
