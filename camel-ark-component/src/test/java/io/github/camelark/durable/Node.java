// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import io.github.camelark.model.ArkFile;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context that consumes files, and remembers which came. */
final class Node implements AutoCloseable {

  private final CamelContext context = new DefaultCamelContext();
  private final List<String> received = new ArrayList<>();
  private final Polls polls = new Polls();

  Node() {
    context.getRegistry().bind("polls", polls);
  }

  /** Starts a route that consumes. */
  Node start(String uri, Consumer<ArkFile> work) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri)
                .routeId("files")
                .process(
                    exchange -> {
                      ArkFile file = exchange.getMessage().getBody(ArkFile.class);
                      receive(file.id());
                      work.accept(file);
                    });
          }
        });
    context.start();
    return this;
  }

  Node bind(Map<String, Object> beans) {
    beans.forEach(context.getRegistry()::bind);
    return this;
  }

  CamelContext context() {
    return context;
  }

  Polls polls() {
    return polls;
  }

  /** The ids of the files that came, in the order in which they came. */
  synchronized List<String> received() {
    return List.copyOf(received);
  }

  /** Waits until so many files came, those that came again included. */
  synchronized void awaitReceived(int count) throws InterruptedException {
    while (received.size() < count) {
      wait();
    }
  }

  private synchronized void receive(String id) {
    received.add(id);
    notifyAll();
  }

  @Override
  public void close() throws Exception {
    context.close();
  }

  /** The URI of a consumer at the simulator, which polls at once and often. */
  static String uri(ArkSimulator simulator, String options) {
    return "ark:files?baseUrl=%s&apiKey=%s&requestsPerSecond=0&initialDelay=0&delay=20&pollStrategy=#polls&%s"
        .formatted(
            simulator.baseUrl(SimulatedProvider.ARK),
            simulator.apiKey(SimulatedProvider.ARK),
            options);
  }
}
