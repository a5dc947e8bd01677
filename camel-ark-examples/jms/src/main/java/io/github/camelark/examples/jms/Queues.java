// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A client of the broker like other applications: it sends requests and reads the answers. */
final class Queues implements AutoCloseable {

  private final ActiveMQConnectionFactory factory;
  private final Connection connection;
  private final Session session;

  Queues(String url) throws JMSException {
    factory = new ActiveMQConnectionFactory(url);
    connection = factory.createConnection();
    session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
    connection.start();
  }

  Session session() {
    return session;
  }

  /** Sends an event as text. */
  void send(String event) throws JMSException {
    send(session.createTextMessage(event));
  }

  /** Sends a message to the queue of the requests. */
  void send(Message message) throws JMSException {
    try (MessageProducer producer = session.createProducer(session.createQueue("ark.deletions"))) {
      producer.send(message);
    }
  }

  /** Takes messages from a queue until one of them is the last, or none came for a while. */
  List<Message> take(String queue, Predicate<List<Message>> complete, long patienceMillis)
      throws JMSException {
    List<Message> taken = new ArrayList<>();
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      while (!complete.test(taken)) {
        Message message = consumer.receive(patienceMillis);
        if (message == null) {
          break;
        }
        taken.add(message);
      }
    }
    return taken;
  }

  @Override
  public void close() throws JMSException {
    connection.close();
    factory.close();
  }
}
