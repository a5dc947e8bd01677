// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The application in this JVM. All tests share it: each sends a request of its own, and reads the
 * answers to this request only.
 */
class DeletionQueueTest {

  private static final SimulatedProvider ARK = SimulatedProvider.ARK;
  private static final long PATIENCE_MILLIS = 60_000;

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  @RegisterExtension static final BrokerExtension BROKER = new BrokerExtension();

  private static Main main;

  private final String requestId = "r-" + UUID.randomUUID();
  private ArkSimulator simulator;
  private Queues queues;

  @BeforeAll
  static void startApplication() {
    main = DeletionWorker.application();
    main.addOverrideProperty("broker.url", BROKER.url());
    main.addOverrideProperty("database.url", "jdbc:h2:mem:" + UUID.randomUUID());
    main.addOverrideProperty("retry.delays", "20,40");
    main.addOverrideProperty("receipts.delay", "20");
    main.addOverrideProperty("camel.component.ark.base-url", SIMULATOR.simulator().baseUrl(ARK));
    main.addOverrideProperty("camel.component.ark.api-key", SIMULATOR.simulator().apiKey(ARK));
    main.addOverrideProperty("camel.component.ark.max-retries", "0");
    main.start();
  }

  @AfterAll
  static void stopApplication() {
    main.stop();
  }

  @BeforeEach
  void connect(ArkSimulator simulator) throws JMSException {
    this.simulator = simulator;
    queues = new Queues(BROKER.url());
  }

  @AfterEach
  void disconnect() throws JMSException {
    queues.close();
  }

  @Test
  void answersAnEventThatCameAsText() throws Exception {
    String id = addFile("report-1.pdf");

    queues.send(event(id));

    assertThat(receipt()).contains(requestId, "\"outcome\":\"DELETED\"");
    assertThat(simulator.hasFile(ARK, id)).isFalse();
  }

  @Test
  void answersACloudEventThatCameAsBytes() throws Exception {
    String id = addFile("report-1.pdf");
    BytesMessage message = queues.session().createBytesMessage();
    message.writeBytes(
        """
        {"specversion": "1.0", "id": "%s", "type": "file.delete", "source": "/records",
         "data": {"id": "%s", "reason": "test", "requestedBy": "me"}}"""
            .formatted(requestId, id)
            .getBytes(StandardCharsets.UTF_8));

    queues.send(message);

    assertThat(receipt()).contains(requestId, "\"outcome\":\"DELETED\"");
  }

  @Test
  void refusesWhatThePolicyDoesNotAllow() throws Exception {
    String id = addFile("contract.pdf");

    queues.send(event(id));

    assertThat(receipt()).contains("\"outcome\":\"REFUSED\"", "contract.pdf");
    assertThat(simulator.hasFile(ARK, id)).isTrue();
  }

  @Test
  void answersADuplicateAgain() throws Exception {
    queues.send(event(addFile("report-1.pdf")));
    String first = receipt();

    queues.send(event(id(first)));

    assertThat(receipt()).isEqualTo(first);
  }

  @Test
  void sendsAnInvalidEventToTheDeadLetters() throws Exception {
    Message event =
        queues.session().createTextMessage("{\"type\": \"file.delete\", \"force\": true}");

    queues.send(event);

    Message dead = deadLetter(event.getJMSMessageID());
    assertThat(dead.getStringProperty("arkReason")).contains("unknown field: force");
    assertThat(dead.getBody(String.class)).contains("force");
  }

  /** Other protocols allow names that JMS does not. */
  @Test
  void sendsAMessageOfAnotherProtocolToTheDeadLetters() throws Exception {
    try (ServerLocator locator = ActiveMQClient.createServerLocator(BROKER.url());
        ClientSessionFactory factory = locator.createSessionFactory();
        ClientSession session = factory.createSession();
        ClientProducer producer = session.createProducer("ark.deletions")) {
      ClientMessage message =
          session.createMessage(org.apache.activemq.artemis.api.core.Message.TEXT_TYPE, true);
      message.getBodyBuffer().writeNullableSimpleString(SimpleString.of("not JSON"));
      message.putStringProperty("content-type", "text/plain");
      message.putStringProperty("arkRequestId", requestId);
      producer.send(message);
    }

    assertThat(deadLetter(requestId).getStringProperty("arkReason")).contains("not JSON");
  }

  @Test
  void leavesAnObjectUnread() throws Exception {
    Trap.read.set(false);

    Message event = queues.session().createObjectMessage(new Trap());

    queues.send(event);

    Message dead = deadLetter(event.getJMSMessageID());
    assertThat(dead).isInstanceOf(ObjectMessage.class);
    assertThat(dead.getStringProperty("arkReason")).contains("neither a text message nor");
    assertThat(Trap.read).isFalse();
    assertThat(((ObjectMessage) dead).getObject()).isInstanceOf(Trap.class);
    assertThat(Trap.read).as("it would have noticed").isTrue();
  }

  @Test
  void retriesUntilTheServiceAnswers() throws Exception {
    String id = addFile("report-1.pdf");
    simulator.failNext(3, SimulatedFault.status(503));
    Message event = queues.session().createTextMessage(withoutRequestId(id));

    queues.send(event);

    assertThat(receipt(event.getJMSMessageID())).contains("\"attempts\":4");
  }

  @Test
  void sendsACopyOfWhatFailedToTheDeadLetters() throws Exception {
    simulator.failNext(1, SimulatedFault.status(400, "InvalidParameter"));

    queues.send(event(addFile("report-1.pdf")));

    assertThat(receipt()).contains("\"outcome\":\"FAILED\"", "\"detail\":\"");
    // found by the id that its receipt has
    assertThat(deadLetter(requestId).getStringProperty("arkReason")).contains("files retrieve");
  }

  @Test
  void takesNoOrdersFromProperties() throws Exception {
    String id = addFile("report-1.pdf");
    Message event = queues.session().createTextMessage(event(id));
    event.setStringProperty("CamelArkFileId", addFile("report-2.pdf"));
    event.setStringProperty("CAmelArkOperation", "list");
    event.setStringProperty("arkAttempt", "nonsense");

    queues.send(event);

    assertThat(receipt()).contains("DELETED", "\"attempts\":1", "\"id\":\"" + id + "\"");
  }

  private String addFile(String name) {
    return simulator.addFile(ARK, SimulatedFile.named(name)).id();
  }

  private String event(String id) {
    return DeletionPipeline.event(id, requestId);
  }

  private static String withoutRequestId(String id) {
    return DeletionPipeline.event(id, "x").replace(",\n \"requestId\": \"x\"", "");
  }

  private static String id(String receipt) {
    return receipt.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
  }

  private String receipt() throws JMSException {
    return receipt(requestId);
  }

  private String receipt(String request) throws JMSException {
    byte[] receipt = take("ark.receipts", request).getBody(byte[].class);
    return new String(receipt, StandardCharsets.UTF_8);
  }

  private Message deadLetter(String request) throws JMSException {
    return take("ark.deletions.dead", request);
  }

  private Message take(String queue, String request) throws JMSException {
    Session session = queues.session();
    String selector = "arkRequestId = '" + request + "'";
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue), selector)) {
      Message message = consumer.receive(PATIENCE_MILLIS);
      assertThat(message).as(queue).isNotNull();
      return message;
    }
  }

  /** Notices when it is read. */
  static final class Trap implements Serializable {

    private static final long serialVersionUID = 1L;
    static final AtomicBoolean read = new AtomicBoolean();

    private void readObject(ObjectInputStream stream) {
      read.set(true);
    }
  }
}
