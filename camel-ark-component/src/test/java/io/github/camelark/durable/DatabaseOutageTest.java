// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.processor.idempotent.jdbc.JdbcOrphanLockAwareIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real database is killed under load, back and forth: its connections break in the middle of what
 * they do, and for a while there are no new ones. Every file comes, and no claim is left, though
 * the repository keeps claims alive for as long as the process lives.
 */
@Timeout(240)
class DatabaseOutageTest {

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  private static final String OPTIONS =
      "limit=20&idempotentRepository=#done&inProgressRepository=#claims";

  private String url;

  @BeforeEach
  void makeTheDatabase() throws SQLException {
    url = Database.POSTGRESQL.newUrl();
  }

  @ParameterizedTest(name = "{0} nodes")
  @ValueSource(ints = {1, 2})
  void everyFileComesAndNoClaimIsLeft(int count) throws Exception {
    List<String> files = addFiles(400);
    List<Node> nodes = new ArrayList<>();

    try (HikariDataSource pool = open()) {
      for (int i = 0; i < count; i++) {
        nodes.add(consume(pool));
      }
      for (int outage = 1; outage <= 10; outage++) {
        awaitReceived(nodes, outage * 30);
        Database.takeAway(url);
        awaitFailure(nodes.get(outage % count));
        Database.bringBack(url);
      }
      for (Node node : nodes) {
        node.polls().awaitIdle();
        node.polls().awaitIdle();
      }

      assertThat(received(nodes)).containsExactlyInAnyOrderElementsOf(files);
      assertThat(claims(pool)).isEmpty();
    } finally {
      for (Node node : nodes) {
        node.close();
      }
    }
  }

  @Test
  void routeThatStopsInAnOutageLeavesNothingToTheProcessThatLives() throws Exception {
    List<String> files = addFiles(40);
    AtomicBoolean isFirst = new AtomicBoolean(true);

    try (HikariDataSource pool = open();
        Node stopped = new Node()) {
      start(
          stopped,
          pool,
          file -> {
            if (isFirst.getAndSet(false)) {
              Database.takeAway(url);
            }
          });
      stopped.awaitReceived(1);
      stopped.context().getRouteController().stopRoute("files");
      int before = stopped.received().size();
      Database.bringBack(url);

      try (HikariDataSource others = open();
          Node other = consume(others)) {
        while (received(List.of(stopped, other)).size() < files.size()
            || !claims(others).isEmpty()) {
          other.polls().awaitOne();
        }

        assertThat(before).isLessThan(files.size());
        assertThat(stopped.received()).hasSize(before);
      }
    }
  }

  private Node consume(HikariDataSource pool) throws Exception {
    Node node = new Node();
    start(node, pool, file -> {});
    return node;
  }

  private static void start(Node node, HikariDataSource pool, Consumer<ArkFile> work)
      throws Exception {
    node.bind(
            Map.of(
                "done",
                new JdbcMessageIdRepository(pool, "done"),
                "claims",
                claims(pool, node.context())))
        .start(Node.uri(ARK.simulator(), OPTIONS), work);
  }

  /** An outage costs each call the time that the pool waits for a connection. */
  private HikariDataSource open() {
    HikariDataSource pool = Database.open(url);
    pool.setConnectionTimeout(250);
    pool.setValidationTimeout(250);
    return pool;
  }

  private static JdbcOrphanLockAwareIdempotentRepository claims(
      HikariDataSource pool, CamelContext context) {
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(pool));
    transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    JdbcOrphanLockAwareIdempotentRepository claims =
        new JdbcOrphanLockAwareIdempotentRepository(pool, transactions, "claims", context);
    claims.setLockMaxAgeMillis(600_000);
    claims.setLockKeepAliveIntervalMillis(200);
    return claims;
  }

  private static List<String> claims(HikariDataSource pool) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (var connection = pool.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT messageId FROM CAMEL_MESSAGEPROCESSED"
                        + " WHERE processorName = 'claims'")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static void awaitReceived(List<Node> nodes, int count) throws InterruptedException {
    while (received(nodes).size() < count) {
      nodes.get(0).polls().awaitOne();
    }
  }

  private static void awaitFailure(Node node) throws InterruptedException {
    int before = node.polls().failures().size();
    while (node.polls().failures().size() == before) {
      node.polls().awaitOne();
    }
  }

  private static Set<String> received(List<Node> nodes) {
    Set<String> ids = new HashSet<>();
    nodes.forEach(node -> ids.addAll(node.received()));
    return ids;
  }

  private static List<String> addFiles(int count) {
    return ARK.simulator().addFiles(SimulatedProvider.ARK, count).stream()
        .map(SimulatedFile::id)
        .toList();
  }
}
