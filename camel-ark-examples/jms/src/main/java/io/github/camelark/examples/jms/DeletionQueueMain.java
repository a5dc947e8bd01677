// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static io.github.camelark.test.SimulatedProvider.ARK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.camel.main.Main;

/**
 * Shows the pipeline: starts a broker and a simulated service, sends requests and prints their
 * outcomes. With {@code --live} it runs the application with a broker of its own against the real
 * service until it is stopped, and sends nothing.
 */
public final class DeletionQueueMain {

  private static final int PORT = 61626;
  private static final long PATIENCE_MILLIS = 20_000;
  private static final Path BROKER = Path.of("target", "deletion-queue", "broker");

  private DeletionQueueMain() {}

  /** Ends with exit code 0 if each sample request was answered. */
  public static void main(String[] arguments) throws Exception {
    try (Broker broker = Broker.start(PORT, BROKER)) {
      if (List.of(arguments).contains("--live")) {
        Main main = DeletionWorker.application();
        main.addOverrideProperty("camel.component.ark.api-key", "{{env:ARK_API_KEY}}");
        main.run();
      } else {
        show();
      }
    }
    System.exit(0);
  }

  private static void show() throws Exception {
    Main main = DeletionWorker.application();
    try (ArkSimulator simulator = ArkSimulator.start();
        Queues queues = new Queues(Broker.url(PORT))) {
      main.addOverrideProperty("camel.component.ark.base-url", simulator.baseUrl(ARK));
      main.addOverrideProperty("camel.component.ark.api-key", simulator.apiKey(ARK));
      main.start();
      sendSamples(simulator, queues);
      print(queues);
    } finally {
      main.stop();
    }
  }

  private static void sendSamples(ArkSimulator simulator, Queues queues) throws JMSException {
    String report = simulator.addFile(ARK, SimulatedFile.named("report-1.pdf")).id();
    String contract = simulator.addFile(ARK, SimulatedFile.named("contract.pdf")).id();
    String requestId = "request-" + UUID.randomUUID();
    queues.send(event(report, requestId));
    queues.send(event(report, requestId));
    queues.send(event(contract, requestId + "-2"));
    queues.send(event("file-that-is-gone", requestId + "-3"));
    queues.send("{\"type\": \"file.delete\", \"force\": true}");
  }

  private static String event(String id, String requestId) {
    return """
        {"type": "file.delete", "id": "%s", "reason": "retention", "requestedBy": "records",
         "requestId": "%s"}"""
        .formatted(id, requestId);
  }

  private static void print(Queues queues) throws Exception {
    // a duplicate that arrives before the first receipt is sent gets the same receipt
    List<Message> receipts = queues.take("ark.receipts", taken -> ids(taken) == 3, PATIENCE_MILLIS);
    List<Message> dead =
        queues.take("ark.deletions.dead", taken -> taken.size() == 1, PATIENCE_MILLIS);
    if (ids(receipts) < 3 || dead.isEmpty()) {
      throw new IllegalStateException("not every request was answered: see the log above");
    }
    System.out.printf("%-13s %-18s %s%n", "OUTCOME", "FILE", "DETAIL");
    for (Message message : receipts) {
      JsonNode receipt = new JsonMapper().readTree(message.getBody(byte[].class));
      System.out.printf(
          "%-13s %-18s %s%n",
          receipt.path("outcome").asText(),
          receipt.path("id").asText(),
          receipt.path("detail").asText(""));
    }
    for (Message message : dead) {
      System.out.printf("%-13s %-18s %s%n", "(dead)", "", message.getStringProperty("arkReason"));
    }
  }

  private static long ids(List<Message> receipts) {
    return receipts.stream().map(DeletionQueueMain::requestId).distinct().count();
  }

  private static String requestId(Message message) {
    try {
      return String.valueOf(message.getStringProperty(DeletionMessage.REQUEST_ID));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
