// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.speed.Calls.Sink;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** The routes that one writes without a component: a processor with HttpClient 5 and Jackson. */
final class HandWrittenRoutes extends RouteBuilder {

  private final HttpClientCalls http;
  private final Sink sink;

  HandWrittenRoutes(String baseUrl, Sink sink, boolean tuned) {
    this.http = new HttpClientCalls(baseUrl, sink, tuned);
    this.sink = sink;
  }

  @Override
  public void configure() {
    from("direct:delete")
        .routeId("delete")
        .process(
            exchange -> {
              Message message = exchange.getMessage();
              message.setBody(http.delete(message.getBody(String.class)));
            });
    from("direct:retrieve")
        .routeId("retrieve")
        .process(
            exchange -> {
              Message message = exchange.getMessage();
              message.setBody(http.retrieve(message.getBody(String.class)));
            });
    from("direct:list")
        .routeId("list")
        .process(exchange -> exchange.getMessage().setBody(http.page()))
        .split()
        .message(message -> message.getBody(ArkFilePage.class).data())
        .process(exchange -> sink.accept(exchange.getMessage().getBody(ArkFile.class).id()));
  }
}
