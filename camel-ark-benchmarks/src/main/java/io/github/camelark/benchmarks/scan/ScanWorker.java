// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.scan;

import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * A process that lists all files whenever it is told to: by a bare loop that fetches and parses one
 * page after the other, by the same loop into a route, which shows what Camel itself costs, or by
 * the consumer, in a poll.
 */
public final class ScanWorker {

  private final String baseUrl;
  private final ScanGauge gauge;

  private ScanWorker(String baseUrl, ScanGauge gauge) {
    this.baseUrl = baseUrl;
    this.gauge = gauge;
  }

  /**
   * For every line of the standard input, scans and answers with a line.
   *
   * @param arguments the base URL, how many files there are, the case
   */
  public static void main(String[] arguments) throws Exception {
    ScanGauge gauge = new ScanGauge(arguments[0], Integer.parseInt(arguments[1]));
    ScanWorker worker = new ScanWorker(arguments[0], gauge);
    ScanCase scanCase = ScanCase.valueOf(arguments[2]);
    switch (scanCase) {
      case BARE ->
          worker.loop(
              file -> {
                if (!file.id().isEmpty()) {
                  gauge.file();
                }
              });
      case HAND_WRITTEN -> worker.loopIntoRoute();
      case NOT_IDEMPOTENT, MEMORY, CURSOR -> worker.consume(scanCase.options());
    }
  }

  private void loop(Consumer<ArkFile> files) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      String uri = baseUrl + "/files?limit=100&order=asc";
      while (gauge.awaitTurn()) {
        gauge.begin();
        ArkFilePage page = fetch(client, uri);
        page.data().forEach(files);
        while (page.hasMore()) {
          page = fetch(client, uri + "&after=" + page.lastId());
          page.data().forEach(files);
        }
        System.out.println(gauge.end().toLine());
      }
    }
  }

  private static ArkFilePage fetch(CloseableHttpClient client, String uri) throws IOException {
    return client.execute(
        new HttpGet(uri),
        response -> ArkFilePage.fromJson(EntityUtils.toByteArray(response.getEntity())));
  }

  private void loopIntoRoute() throws Exception {
    try (CamelContext context = new DefaultCamelContext()) {
      RouteBuilder.addRoutes(
          context,
          routes -> routes.from("direct:files").routeId("files").process(file -> gauge.file()));
      context.start();
      Endpoint endpoint = context.getEndpoint("direct:files");
      Processor route = context.getRoute("files").getConsumer().getProcessor();
      loop(file -> process(endpoint, route, file));
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

  private void consume(String options) throws Exception {
    Polls polls = new Polls(gauge);
    try (CamelContext context = new DefaultCamelContext()) {
      context.getRegistry().bind("cursors", new MemoryStateRepository());
      context.getRegistry().bind("polls", polls);
      String uri =
          "ark:files?baseUrl="
              + baseUrl
              + "&apiKey=none&requestsPerSecond=0&limit=100"
              + "&pollStrategy=#polls&initialDelay=0&delay=1&"
              + options;
      RouteBuilder.addRoutes(context, routes -> routes.from(uri).process(file -> gauge.file()));
      context.start();
      polls.ended.await();
    }
    if (polls.failed) {
      System.exit(1);
    }
  }

  /** Measures each poll, and prints what it found. */
  private static final class Polls implements PollingConsumerPollStrategy {

    private final ScanGauge gauge;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failed;

    Polls(ScanGauge gauge) {
      this.gauge = gauge;
    }

    @Override
    public boolean begin(org.apache.camel.Consumer consumer, Endpoint endpoint) {
      if (ended.getCount() == 0 || !gauge.awaitTurn()) {
        ended.countDown();
        return false;
      }
      gauge.begin();
      return true;
    }

    @Override
    public void commit(org.apache.camel.Consumer consumer, Endpoint endpoint, int polledMessages) {
      System.out.println(gauge.end().toLine());
    }

    @Override
    public boolean rollback(
        org.apache.camel.Consumer consumer, Endpoint endpoint, int retry, Exception cause) {
      cause.printStackTrace();
      failed = true;
      ended.countDown();
      return false;
    }
  }
}
