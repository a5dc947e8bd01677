// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static org.awaitility.Awaitility.await;

import io.github.camelark.examples.pipeline.Answers;
import io.github.camelark.examples.pipeline.JavaProcess;
import io.github.camelark.examples.pipeline.Surroundings;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Broker, worker, database and service, each where it can be killed. */
final class DeletionPipeline implements AutoCloseable {

  final Surroundings surroundings;
  private final int brokerPort = freePort();
  private final Path brokerFolder;
  private final Map<String, String> settings;
  private JavaProcess broker;
  private JavaProcess worker;

  DeletionPipeline(Path folder, int requestsPerSecond) throws Exception {
    brokerFolder = folder.resolve("broker");
    surroundings = new Surroundings(folder, requestsPerSecond);
    settings = new HashMap<>(surroundings.settings());
    settings.put("broker.url", Broker.url(brokerPort));
    settings.put("camel.component.ark.requests-per-second", String.valueOf(requestsPerSecond));
    startBroker();
    startWorker();
  }

  void startBroker() throws Exception {
    broker =
        JavaProcess.start(
            BrokerMain.class, Map.of(), String.valueOf(brokerPort), brokerFolder.toString());
  }

  void killBroker() throws Exception {
    broker.kill();
  }

  void startWorker() throws Exception {
    worker = JavaProcess.start(DeletionWorker.class, settings);
  }

  void killWorker() throws Exception {
    worker.kill();
  }

  /** Waits until the broker answers. */
  Queues queues() {
    return await()
        .atMost(Surroundings.HANG)
        .ignoreException(JMSException.class)
        .until(() -> new Queues(Broker.url(brokerPort)), queues -> true);
  }

  /**
   * Sends a request for each file, and each tenth twice. The id of the request is that of the file.
   */
  void request(List<String> ids) throws JMSException {
    try (Queues queues = queues()) {
      for (int i = 0; i < ids.size(); i++) {
        queues.send(event(ids.get(i), ids.get(i)));
        if (i % 10 == 0) {
          queues.send(event(ids.get(i), ids.get(i)));
        }
      }
    }
  }

  static String event(String id, String requestId) {
    return Surroundings.event(id, requestId);
  }

  /** Waits until all receipts are sent, and reads them. */
  Answers awaitAnswers(List<String> requestIds) throws Exception {
    surroundings.awaitOutcomes(requestIds.size());
    Answers answers = new Answers();
    try (Queues queues = queues()) {
      await()
          .atMost(Surroundings.HANG)
          .until(
              () -> {
                for (Message message : queues.take("ark.receipts", taken -> false, 200)) {
                  answers.add(
                      message.getStringProperty("arkRequestId"), message.getBody(byte[].class));
                }
                return answers.isToAll(requestIds) && surroundings.isQuiet();
              });
    }
    return answers;
  }

  static int freePort() {
    return Surroundings.freePort();
  }

  @Override
  public void close() throws Exception {
    worker.close();
    broker.close();
    surroundings.close();
  }
}
