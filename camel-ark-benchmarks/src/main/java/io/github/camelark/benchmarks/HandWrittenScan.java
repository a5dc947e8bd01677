// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import io.github.camelark.model.ArkFile;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * The loop of {@link BareScan}, which makes an exchange of each file and gives it to a route: what
 * Camel itself costs, without filters, claims, headers, retries and a page ahead.
 */
public final class HandWrittenScan {

  private HandWrittenScan() {}

  /**
   * Scans whenever it is told to.
   *
   * @param arguments the port of the page server, how many files there are
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    ScanGauge gauge = new ScanGauge(port, Integer.parseInt(arguments[1]));
    try (CamelContext context = new DefaultCamelContext();
        CloseableHttpClient client = HttpClients.createDefault()) {
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:files").routeId("files").process(exchange -> gauge.file());
            }
          });
      context.start();
      Endpoint endpoint = context.getEndpoint("direct:files");
      Processor route = context.getRoute("files").getConsumer().getProcessor();
      while (gauge.awaitTurn()) {
        gauge.begin();
        BareScan.scan(client, port, file -> process(endpoint, route, file));
        System.out.println(gauge.end().toLine());
      }
    }
  }

  private static void process(Endpoint endpoint, Processor route, ArkFile file) {
    Exchange exchange = endpoint.createExchange();
    exchange.getMessage().setBody(file);
    try {
      route.process(exchange);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
