// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Calls made by the routes delete, retrieve and list, which take the id as body. Exchanges go
 * straight into a route: a producer template would cost every way the same, and make their ratios
 * look better than they are.
 */
final class RouteCalls implements Calls {

  private final CamelContext context = new DefaultCamelContext();
  private final Entrance delete;
  private final Entrance retrieve;
  private final Entrance list;

  RouteCalls(LambdaRouteBuilder routes) throws Exception {
    RouteBuilder.addRoutes(context, routes);
    context.start();
    delete = entrance("delete");
    retrieve = entrance("retrieve");
    list = entrance("list");
  }

  private Entrance entrance(String id) {
    Route route = context.getRoute(id);
    return new Entrance(route.getEndpoint(), route.getConsumer().getProcessor());
  }

  @Override
  public Object delete(String id) throws Exception {
    return delete.call(id);
  }

  @Override
  public Object retrieve(String id) throws Exception {
    return retrieve.call(id);
  }

  @Override
  public Object list() throws Exception {
    return list.call("");
  }

  @Override
  public void close() throws Exception {
    context.close();
  }

  private record Entrance(Endpoint endpoint, Processor route) {

    Object call(String body) throws Exception {
      Exchange exchange = endpoint.createExchange();
      exchange.getMessage().setBody(body);
      route.process(exchange);
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
      return exchange.getMessage().getBody();
    }
  }
}
