// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A route that consumes all files, in a poll whenever it is told to. */
public final class RouteScan {

  private RouteScan() {}

  /**
   * Scans.
   *
   * @param arguments the port of the page server, how many files there are, options of the consumer
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Polls watched = new Polls(new ScanGauge(port, Integer.parseInt(arguments[1])));
    try (CamelContext context = new DefaultCamelContext()) {
      context.getRegistry().bind("cursors", new MemoryStateRepository());
      context.getRegistry().bind("polls", watched);
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(uri(port, arguments[2])).process(exchange -> watched.gauge.file());
            }
          });
      context.start();
      watched.ended.await();
    }
    if (watched.failed) {
      System.exit(1);
    }
  }

  private static String uri(int port, String options) {
    return ("ark:files?baseUrl=http://127.0.0.1:%d/api/v3&apiKey=none&requestsPerSecond=0&limit=100"
            + "&pollStrategy=#polls&initialDelay=0&delay=1&%s")
        .formatted(port, options);
  }

  /** Measures each poll, and prints what came of it. */
  private static final class Polls implements PollingConsumerPollStrategy {

    private final ScanGauge gauge;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failed;

    Polls(ScanGauge gauge) {
      this.gauge = gauge;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
      if (ended.getCount() == 0 || !gauge.awaitTurn()) {
        ended.countDown();
        return false;
      }
      gauge.begin();
      return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
      System.out.println(gauge.end().toLine());
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retry, Exception cause) {
      cause.printStackTrace();
      failed = true;
      ended.countDown();
      return false;
    }
  }
}
