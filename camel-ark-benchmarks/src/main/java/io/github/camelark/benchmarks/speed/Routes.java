// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.speed.Calls.Sink;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

/** The routes delete, retrieve and list, as they are written in one way or another. */
final class Routes {

  private Routes() {}

  static LambdaRouteBuilder ark(String baseUrl, Sink sink) {
    String options = "&apiKey=none&requestsPerSecond=0&baseUrl=" + baseUrl;
    return routes -> {
      from(routes, "delete").to("ark:files?operation=delete" + options);
      from(routes, "retrieve").to("ark:files?operation=retrieve" + options);
      from(routes, "list")
          .to("ark:files?operation=list&limit=100" + options)
          .split()
          .message(message -> message.getBody(ArkFilePage.class).data())
          .process(exchange -> sink.accept(exchange.getMessage().getBody(ArkFile.class).id()));
    };
  }

  /** What one writes without a component: a processor with HttpClient 5 and Jackson. */
  static LambdaRouteBuilder handWritten(HttpClientCalls http, Sink sink) {
    return routes -> {
      from(routes, "delete")
          .process(
              exchange -> {
                Message message = exchange.getMessage();
                message.setBody(http.delete(message.getBody(String.class)));
              });
      from(routes, "retrieve")
          .process(
              exchange -> {
                Message message = exchange.getMessage();
                message.setBody(http.retrieve(message.getBody(String.class)));
              });
      from(routes, "list")
          .process(exchange -> exchange.getMessage().setBody(http.page()))
          .split()
          .message(message -> message.getBody(ArkFilePage.class).data())
          .process(exchange -> sink.accept(exchange.getMessage().getBody(ArkFile.class).id()));
    };
  }

  /** What one writes with Camel's own parts: camel-http and camel-jackson. */
  static LambdaRouteBuilder http(String baseUrl, Sink sink) {
    String url = baseUrl + "/files?connectionsPerRoute=200";
    return routes -> {
      from(routes, "delete")
          .process(exchange -> prepare(exchange, "DELETE"))
          .to(url)
          .unmarshal()
          .json();
      from(routes, "retrieve")
          .process(exchange -> prepare(exchange, "GET"))
          .to(url)
          .unmarshal()
          .json();
      from(routes, "list")
          .setHeader("Authorization", routes.constant("Bearer none"))
          .setHeader(Exchange.HTTP_METHOD, routes.constant("GET"))
          .setHeader(Exchange.HTTP_QUERY, routes.constant("limit=100"))
          .to(url)
          .unmarshal()
          .json()
          .split()
          .message(message -> message.getBody(Map.class).getOrDefault("data", List.of()))
          .process(exchange -> sink.accept(id(exchange.getMessage())));
    };
  }

  private static RouteDefinition from(RouteBuilder routes, String id) {
    return routes.from("direct:" + id).routeId(id);
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
