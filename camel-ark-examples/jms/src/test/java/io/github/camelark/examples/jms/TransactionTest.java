// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionTest {

  @RegisterExtension static final BrokerExtension BROKER = new BrokerExtension();

  @Test
  void rollsBackWhatWasSentWithTheMessage() throws Exception {
    try (CamelContext context = context();
        Queues queues = new Queues(BROKER.url())) {
      AtomicInteger deliveries = new AtomicInteger();
      context.addRoutes(copying(deliveries));
      context.start();

      send(queues, "event");

      assertThat(queues.take("done", taken -> taken.size() == 1, 60_000)).hasSize(1);
      assertThat(deliveries).hasValue(2);
      assertThat(queues.take("copies", taken -> taken.size() == 2, 500)).hasSize(1);
    }
  }

  /** To a queue that no other test uses. */
  private static void send(Queues queues, String event) throws JMSException {
    Session session = queues.session();
    try (MessageProducer producer = session.createProducer(session.createQueue("events"))) {
      producer.send(session.createTextMessage(event));
    }
  }

  /** Sends a copy, fails at the first delivery, and says when the second is done. */
  private static RouteBuilder copying(AtomicInteger deliveries) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(noErrorHandler());
        from("jms:queue:events")
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

  private static CamelContext context() throws Exception {
    CamelContext context = new DefaultCamelContext();
    Properties properties = new Properties();
    properties.setProperty("broker.url", BROKER.url());
    properties.setProperty("broker.user", "");
    properties.setProperty("broker.password", "");
    context.getPropertiesComponent().setInitialProperties(properties);
    context.addComponent("jms", DeletionQueue.jms(context));
    return context;
  }
}
