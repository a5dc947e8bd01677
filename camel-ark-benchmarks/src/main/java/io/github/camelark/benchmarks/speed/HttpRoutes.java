// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.speed.Calls.Sink;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** The routes that one writes with Camel's own parts: camel-http and camel-jackson. */
final class HttpRoutes extends RouteBuilder {

  private final String url;
  private final Sink sink;

  HttpRoutes(String baseUrl, Sink sink) {
    this.url = baseUrl + "/files?connectionsPerRoute=200";
    this.sink = sink;
  }

  @Override
  public void configure() {
    from("direct:delete")
        .routeId("delete")
        .process(exchange -> prepare(exchange, "DELETE"))
        .to(url)
        .unmarshal()
        .json();
    from("direct:retrieve")
        .routeId("retrieve")
        .process(exchange -> prepare(exchange, "GET"))
        .to(url)
        .unmarshal()
        .json();
    from("direct:list")
        .routeId("list")
        .setHeader("Authorization", constant("Bearer none"))
        .setHeader(Exchange.HTTP_METHOD, constant("GET"))
        .setHeader(Exchange.HTTP_QUERY, constant("limit=100"))
        .to(url)
        .unmarshal()
        .json()
        .split()
        .message(message -> message.getBody(Map.class).getOrDefault("data", List.of()))
        .process(exchange -> sink.accept(id(exchange.getMessage())));
  }

  private static void prepare(Exchange exchange, String method) {
    Message message = exchange.getMessage();
    message.setHeader("Authorization", "Bearer none");
    message.setHeader(Exchange.HTTP_METHOD, method);
    message.setHeader(Exchange.HTTP_PATH, message.getBody());
    message.setBody(null);
  }

  private static String id(Message file) {
    return String.valueOf(file.getBody(Map.class).get("id"));
  }
}
