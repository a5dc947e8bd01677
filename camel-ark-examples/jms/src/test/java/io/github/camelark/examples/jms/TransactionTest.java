// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {

  @TempDir Path folder;

  @Test
  void takesBackWhatWasSentIfTheMessageIsGivenBack() throws Exception {
    int port = DeletionPipeline.freePort();
    try (Broker broker = Broker.start(port, folder);
        CamelContext context = context(port);
        Queues queues = new Queues(Broker.url(port))) {
      AtomicInteger deliveries = new AtomicInteger();
      context.addRoutes(copying(deliveries));
      context.start();

      queues.send("event");

      assertThat(queues.take("done", taken -> taken.size() == 1, 60_000)).hasSize(1);
      assertThat(deliveries).hasValue(2);
      assertThat(queues.take("copies", taken -> taken.size() == 2, 500)).hasSize(1);
    }
  }

  /** Sends a copy, fails at the first delivery, and says when the second is done. */
  private static RouteBuilder copying(AtomicInteger deliveries) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(noErrorHandler());
        from("jms:queue:ark.deletions")
            .to("jms:queue:copies")
            .process(
                exchange -> {
                  if (deliveries.incrementAndGet() == 1) {
                    throw new IllegalStateException("the first delivery fails");
                  }
                })
            .to("jms:queue:done");
      }
    };
  }

  private static CamelContext context(int port) throws Exception {
    CamelContext context = new DefaultCamelContext();
    Properties properties = new Properties();
    properties.setProperty("broker.url", Broker.url(port));
    properties.setProperty("broker.user", "");
    properties.setProperty("broker.password", "");
    context.getPropertiesComponent().setInitialProperties(properties);
    context.addComponent("jms", DeletionQueue.jms(context));
    return context;
  }
}
