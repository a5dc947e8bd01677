// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.springframework.jdbc.core.JdbcTemplate;

/** Broker, worker, database and service, each where it can be killed. */
final class DeletionPipeline implements AutoCloseable {

  private static final Duration HANG = Duration.ofMinutes(5);

  final ArkSimulator simulator;
  private final int brokerPort = freePort();
  private final Path brokerFolder;
  private final Server databaseServer;
  private final JdbcTemplate database;
  private final Map<String, String> settings = new HashMap<>();
  private JavaProcess broker;
  private JavaProcess worker;

  DeletionPipeline(Path folder, int requestsPerSecond) throws Exception {
    brokerFolder = folder.resolve("broker");
    simulator = ArkSimulator.builder().requestsPerSecond(requestsPerSecond).build();
    databaseServer =
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
            .start();
    String url = "jdbc:h2:tcp://127.0.0.1:" + databaseServer.getPort() + "/./receipts";
    database = new JdbcTemplate(dataSource(url));
    settings.put("broker.url", Broker.url(brokerPort));
    settings.put("database.url", url);
    settings.put("retry.delays", "200,500,1000");
    settings.put("receipts.delay", "50");
    settings.put("deletion.policy", "classpath:policy.yaml");
    settings.put("camel.component.ark.base-url", simulator.baseUrl(ARK));
    settings.put("camel.component.ark.api-key", simulator.apiKey(ARK));
    settings.put("camel.component.ark.requests-per-second", String.valueOf(requestsPerSecond));
    settings.put("camel.component.ark.max-retries", "0");
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
        .atMost(HANG)
        .ignoreException(JMSException.class)
        .until(() -> new Queues(Broker.url(brokerPort)), queues -> true);
  }

  List<String> addFiles(String name, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(simulator.addFile(ARK, SimulatedFile.named(name.formatted(i))).id());
    }
    return ids;
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
    return """
        {"type": "file.delete", "id": "%s", "reason": "test", "requestedBy": "me",
         "requestId": "%s"}"""
        .formatted(id, requestId);
  }

  /** Waits until at least so many requests have ended. */
  int awaitOutcomes(int count) {
    await().atMost(HANG).pollInterval(Duration.ofMillis(5)).until(() -> outcomes() >= count);
    return outcomes();
  }

  int outcomes() {
    return count("select count(*) from ark_receipt");
  }

  /** Waits until all receipts are sent, and reads them: outcomes by the id of the request. */
  Map<String, Set<String>> awaitReceipts(Set<String> requestIds) throws Exception {
    awaitOutcomes(requestIds.size());
    Map<String, Set<String>> found = new HashMap<>();
    try (Queues queues = queues()) {
      await()
          .atMost(HANG)
          .until(
              () -> {
                for (Message message : queues.take("ark.receipts", taken -> false, 200)) {
                  JsonNode receipt = new JsonMapper().readTree(message.getBody(byte[].class));
                  assertThat(message.getStringProperty("arkRequestId"))
                      .isEqualTo(receipt.path("requestId").asText());
                  found
                      .computeIfAbsent(receipt.path("requestId").asText(), id -> new HashSet<>())
                      .add(receipt.path("outcome").asText());
                }
                return found.keySet().containsAll(requestIds) && isQuiet();
              });
    }
    return found;
  }

  /** Takes the dead letters, once there are so many. */
  List<Message> awaitDeadLetters(Queues queues, int count) throws JMSException {
    return queues.take("ark.deletions.dead", taken -> taken.size() == count, HANG.toMillis());
  }

  private boolean isQuiet() {
    return count("select count(*) from ark_receipt where sent_at is null") == 0;
  }

  private int count(String query) {
    try {
      Integer count = database.queryForObject(query, Integer.class);
      return count == null ? 0 : count;
    } catch (org.springframework.jdbc.BadSqlGrammarException e) {
      return 0; // the worker has not made the table yet
    }
  }

  private static DataSource dataSource(String url) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(url);
    h2.setUser("sa");
    h2.setPassword("");
    return h2;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws Exception {
    worker.close();
    broker.close();
    databaseServer.stop();
    simulator.close();
  }
}
