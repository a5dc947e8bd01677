// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.speed.Calls.Sink;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import org.apache.camel.builder.RouteBuilder;

/** What this is all about. */
final class ArkRoutes extends RouteBuilder {

  private final String options;
  private final Sink sink;

  ArkRoutes(String baseUrl, Sink sink) {
    this.options = "&apiKey=none&requestsPerSecond=0&baseUrl=" + baseUrl;
    this.sink = sink;
  }

  @Override
  public void configure() {
    from("direct:delete").routeId("delete").to("ark:files?operation=delete" + options);
    from("direct:retrieve").routeId("retrieve").to("ark:files?operation=retrieve" + options);
    from("direct:list")
        .routeId("list")
        .to("ark:files?operation=list&limit=100" + options)
        .split()
        .message(message -> message.getBody(ArkFilePage.class).data())
        .process(exchange -> sink.accept(exchange.getMessage().getBody(ArkFile.class).id()));
  }
}
