// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application in this JVM, with a broker of its own. */
class DeletionQueueTest {

  private static final SimulatedProvider ARK = SimulatedProvider.ARK;
  private static final long PATIENCE_MILLIS = 60_000;

  @TempDir Path folder;
  private final ArkSimulator simulator = ArkSimulator.start();
  private Broker broker;
  private Queues queues;
  private Main main;

  @BeforeEach
  void start() throws Exception {
    int port = DeletionPipeline.freePort();
    broker = Broker.start(port, folder);
    queues = new Queues(Broker.url(port));
    main = DeletionWorker.application();
    main.addOverrideProperty("broker.url", Broker.url(port));
    main.addOverrideProperty("database.url", "jdbc:h2:mem:" + folder.getFileName());
    main.addOverrideProperty("retry.delays", "20,40");
    main.addOverrideProperty("receipts.delay", "20");
    main.addOverrideProperty("camel.component.ark.base-url", simulator.baseUrl(ARK));
    main.addOverrideProperty("camel.component.ark.api-key", simulator.apiKey(ARK));
    main.addOverrideProperty("camel.component.ark.max-retries", "0");
    main.start();
  }

  @AfterEach
  void stop() throws Exception {
    main.stop();
    queues.close();
    broker.close();
    simulator.close();
  }

  @Test
  void answersAnEventThatCameAsText() throws Exception {
    String id = addFile("report-1.pdf");

    queues.send(DeletionPipeline.event(id, "r-1"));

    assertThat(receipt()).contains("\"requestId\":\"r-1\"", "\"outcome\":\"DELETED\"");
    assertThat(simulator.hasFile(ARK, id)).isFalse();
  }

  @Test
  void answersACloudEventThatCameAsBytes() throws Exception {
    String id = addFile("report-1.pdf");
    BytesMessage message = queues.session().createBytesMessage();
    message.writeBytes(
        """
        {"specversion": "1.0", "id": "r-1", "type": "file.delete", "source": "/records",
         "data": {"id": "%s", "reason": "test", "requestedBy": "me"}}"""
            .formatted(id)
            .getBytes(StandardCharsets.UTF_8));

    queues.send(message);

    assertThat(receipt()).contains("\"requestId\":\"r-1\"", "\"outcome\":\"DELETED\"");
  }

  @Test
  void refusesWhatThePolicyDoesNotAllow() throws Exception {
    String id = addFile("contract.pdf");

    queues.send(DeletionPipeline.event(id, "r-1"));

    assertThat(receipt()).contains("\"outcome\":\"REFUSED\"", "contract.pdf");
    assertThat(simulator.hasFile(ARK, id)).isTrue();
  }

  @Test
  void answersADuplicateAgain() throws Exception {
    queues.send(DeletionPipeline.event(addFile("report-1.pdf"), "r-1"));
    String first = receipt();

    queues.send(DeletionPipeline.event(id(first), "r-1"));

    assertThat(receipt()).isEqualTo(first);
  }

  @Test
  void sendsAnInvalidEventToTheDeadLetters() throws Exception {
    queues.send("{\"type\": \"file.delete\", \"force\": true}");

    Message dead = deadLetter();
    assertThat(dead.getStringProperty("arkReason")).contains("unknown field: force");
    assertThat(dead.getBody(String.class)).contains("force");
  }

  @Test
  void leavesAnObjectUnread() throws Exception {
    Trap.read.set(false);

    queues.send(queues.session().createObjectMessage(new Trap()));

    Message dead = deadLetter();
    assertThat(dead).isInstanceOf(ObjectMessage.class);
    assertThat(dead.getStringProperty("arkReason")).contains("neither a text message nor");
    assertThat(Trap.read).isFalse();
    assertThat(((ObjectMessage) dead).getObject()).isInstanceOf(Trap.class);
    assertThat(Trap.read).as("it would have noticed").isTrue();
  }

  @Test
  void triesAgainUntilTheServiceAnswers() throws Exception {
    String id = addFile("report-1.pdf");
    simulator.failNext(3, SimulatedFault.status(503));
    Message event = queues.session().createTextMessage(withoutRequestId(id));

    queues.send(event);

    assertThat(receipt())
        .contains("\"attempts\":4", "\"requestId\":\"" + event.getJMSMessageID() + "\"");
  }

  @Test
  void sendsACopyOfWhatFailedToTheDeadLetters() throws Exception {
    simulator.failNext(1, SimulatedFault.reply(200, "text/html", "<html>"));

    queues.send(DeletionPipeline.event(addFile("report-1.pdf"), "r-1"));

    assertThat(receipt()).contains("\"outcome\":\"FAILED\"", "\"detail\":\"");
    assertThat(deadLetter().getStringProperty("arkReason")).contains("files retrieve");
  }

  @Test
  void takesNoOrdersFromProperties() throws Exception {
    String id = addFile("report-1.pdf");
    Message event = queues.session().createTextMessage(DeletionPipeline.event(id, "r-1"));
    event.setStringProperty("CamelArkFileId", addFile("report-2.pdf"));
    event.setStringProperty("arkAttempt", "nonsense");

    queues.send(event);

    assertThat(receipt()).contains("DELETED", "\"attempts\":1", "\"id\":\"" + id + "\"");
  }

  private String addFile(String name) {
    return simulator.addFile(ARK, SimulatedFile.named(name)).id();
  }

  private static String withoutRequestId(String id) {
    return DeletionPipeline.event(id, "x").replace(",\n \"requestId\": \"x\"", "");
  }

  private static String id(String receipt) {
    return receipt.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
  }

  private String receipt() throws JMSException {
    return new String(take("ark.receipts").getBody(byte[].class), StandardCharsets.UTF_8);
  }

  private Message deadLetter() throws JMSException {
    return take("ark.deletions.dead");
  }

  private Message take(String queue) throws JMSException {
    List<Message> taken = queues.take(queue, all -> all.size() == 1, PATIENCE_MILLIS);
    assertThat(taken).as(queue).hasSize(1);
    return taken.get(0);
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
