// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.pipeline;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.awaitility.Awaitility.await;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Service and database of a pipeline whose workers are JVMs of their own. */
public final class Surroundings implements AutoCloseable {

  /** Longer than anything takes that does not hang. */
  public static final Duration HANG = Duration.ofMinutes(5);

  private static final int MAX_ATTEMPTS = 100;

  private final ArkSimulator simulator;
  private final Server databaseServer;
  private final String databaseUrl;
  private final JdbcTemplate database;

  /** Starts both; the database keeps its data in the folder. */
  public Surroundings(Path folder, int requestsPerSecond) throws SQLException {
    simulator = ArkSimulator.builder().requestsPerSecond(requestsPerSecond).build();
    databaseServer =
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
            .start();
    databaseUrl = "jdbc:h2:tcp://127.0.0.1:" + databaseServer.getPort() + "/./receipts";
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(databaseUrl);
    h2.setUser("sa");
    h2.setPassword("");
    database = new JdbcTemplate(h2);
  }

  /** What a worker has to know of them. */
  public Map<String, String> settings() {
    return Map.of(
        "database.url", databaseUrl,
        "retry.delays", "200,500,1000",
        "receipts.delay", "50",
        "deletion.policy", "classpath:policy.yaml",
        "camel.component.ark.base-url", simulator.baseUrl(ARK),
        "camel.component.ark.api-key", simulator.apiKey(ARK),
        "camel.component.ark.max-retries", "0");
  }

  /** The service, and the witness of what was asked of it. */
  public ArkSimulator simulator() {
    return simulator;
  }

  /** Adds files to the account and returns their ids. */
  public List<String> addFiles(String name, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(simulator.addFile(ARK, SimulatedFile.named(name.formatted(i))).id());
    }
    return ids;
  }

  /**
   * Lets the next calls take a while, so that there is a middle in which something can be killed.
   */
  public void slowDown(int calls) {
    simulator.failNext(calls, SimulatedFault.delay(Duration.ofMillis(20)));
  }

  /** An event that asks for the deletion of a file. */
  public static String event(String id, String requestId) {
    return """
        {"type": "file.delete", "id": "%s", "reason": "test", "requestedBy": "me",
         "requestId": "%s"}"""
        .formatted(id, requestId);
  }

  /** Waits until at least this many requests have ended, and returns how many have. */
  public int awaitOutcomes(int count) {
    await().atMost(HANG).pollInterval(Duration.ofMillis(5)).until(() -> outcomes() >= count);
    return outcomes();
  }

  /** How many requests have ended. */
  public int outcomes() {
    return count("select count(*) from ark_receipt");
  }

  /** Whether no receipt waits to be sent. */
  public boolean isQuiet() {
    return count("select count(*) from ark_receipt where sent_at is null") == 0;
  }

  private int count(String query) {
    try {
      Integer count = database.queryForObject(query, Integer.class);
      return count == null ? 0 : count;
    } catch (BadSqlGrammarException e) {
      return 0; // no worker has made the table yet
    }
  }

  /**
   * A port that is free now, outside the range of outgoing connections: a broker that is killed and
   * started again finds it free.
   */
  public static int freePort() {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // it is taken: try another
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("no free port between 20000 and 32000");
  }

  @Override
  public void close() {
    databaseServer.stop();
    simulator.close();
  }
}
