// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import static io.github.camelark.test.SimulatedProvider.ARK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Shows the pipeline: starts a broker and a simulated service, sends requests and prints their
 * outcomes. With {@code --live} it runs the application with a broker of its own against the real
 * service until it is stopped, and sends nothing.
 */
public final class DeletionTopicMain {

  private static final int PORT = 19092;
  private static final int CONTROLLER_PORT = 19093;
  private static final String BROKERS = Broker.address(PORT);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path BROKER = Path.of("target", "deletion-topic", "broker");

  private DeletionTopicMain() {}

  /** Ends with exit code 0 if each sample request was answered. */
  public static void main(String[] arguments) throws Exception {
    try (Broker broker = Broker.start(PORT, CONTROLLER_PORT, BROKER)) {
      if (List.of(arguments).contains("--live")) {
        Main main = application();
        main.addOverrideProperty("camel.component.ark.api-key", "{{env:ARK_API_KEY}}");
        main.run();
      } else {
        show();
      }
    }
    System.exit(0);
  }

  private static Main application() {
    Main main = DeletionWorker.application();
    main.addOverrideProperty("kafka.brokers", BROKERS);
    return main;
  }

  private static void show() throws Exception {
    Main main = application();
    try (ArkSimulator simulator = ArkSimulator.start()) {
      main.addOverrideProperty("camel.component.ark.base-url", simulator.baseUrl(ARK));
      main.addOverrideProperty("camel.component.ark.api-key", simulator.apiKey(ARK));
      main.start();
      Topics topics = Topics.of(main.getCamelContext());
      try (TopicReader receipts = new TopicReader(BROKERS, topics.receipts());
          TopicReader dead = new TopicReader(BROKERS, topics.dead())) {
        String requestId = "request-" + UUID.randomUUID();
        sendSamples(simulator, topics.deletions(), requestId);
        print(requestId, receipts, dead);
      }
    } finally {
      main.stop();
    }
  }

  private static void sendSamples(ArkSimulator simulator, String topic, String requestId)
      throws ExecutionException, InterruptedException {
    String report = simulator.addFile(ARK, SimulatedFile.named("report-1.pdf")).id();
    String contract = simulator.addFile(ARK, SimulatedFile.named("contract.pdf")).id();
    try (TopicWriter writer = new TopicWriter(BROKERS)) {
      writer.send(topic, report, event(report, requestId));
      writer.send(topic, report, event(report, requestId));
      writer.send(topic, contract, event(contract, requestId + "-2"));
      writer.send(topic, "file-that-is-gone", event("file-that-is-gone", requestId + "-3"));
      writer.send(topic, report, "{\"type\": \"file.delete\", \"force\": true}");
    }
  }

  private static String event(String id, String requestId) {
    return """
        {"type": "file.delete", "id": "%s", "reason": "retention", "requestedBy": "records",
         "requestId": "%s"}"""
        .formatted(id, requestId);
  }

  private static void print(String requestId, TopicReader receiptReader, TopicReader deadReader)
      throws Exception {
    // a duplicate that arrives before the first receipt is sent gets the same receipt
    List<ConsumerRecord<String, byte[]>> receipts =
        receiptReader.take(taken -> requests(taken, requestId) == 3, PATIENCE);
    List<ConsumerRecord<String, byte[]>> dead =
        deadReader.take(taken -> taken.size() == 1, PATIENCE);
    if (requests(receipts, requestId) < 3 || dead.isEmpty()) {
      throw new IllegalStateException("not every request was answered: see the log above");
    }
    System.out.printf("%-13s %-18s %s%n", "OUTCOME", "FILE", "DETAIL");
    for (ConsumerRecord<String, byte[]> message : receipts) {
      JsonNode receipt = new JsonMapper().readTree(message.value());
      print(
          receipt.path("outcome").asText(),
          receipt.path("id").asText(),
          receipt.path("detail").asText(""));
    }
    for (ConsumerRecord<String, byte[]> message : dead) {
      byte[] reason = message.headers().lastHeader(DeletionRecord.REASON).value();
      print("(dead)", "", new String(reason, StandardCharsets.UTF_8));
    }
  }

  private static void print(String outcome, String file, String detail) {
    System.out.printf("%-13s %-18s %s%n", outcome, file, detail);
  }

  /** How many of the sample requests these receipts answer; earlier runs may have left others. */
  private static long requests(List<ConsumerRecord<String, byte[]>> receipts, String requestId) {
    return receipts.stream()
        .map(ConsumerRecord::key)
        .filter(key -> key.startsWith(requestId))
        .distinct()
        .count();
  }
}
