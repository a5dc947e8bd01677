// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.processor.idempotent.jdbc.JdbcOrphanLockAwareIdempotentRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Two Camel contexts consume the same files at the same time, and share both repositories. */
@Timeout(120)
abstract class TwoNodesTestSupport {

  private static final int FILES = 300;
  private static final String SHARED = "idempotentRepository=#done&inProgressRepository=#claims";

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  private final Database database;

  TwoNodesTestSupport(Database database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachFileComesToOneOfThem(boolean orphanLockAware) throws Exception {
    eachFileComesToOneOfThem(orphanLockAware, SHARED, TwoNodesTestSupport::receivedAll);
  }

  @Test
  void eachFileComesToOneOfThemAndIsDeleted() throws Exception {
    eachFileComesToOneOfThem(
        false,
        SHARED + "&deleteAfterRead=true&idempotent=true",
        (one, other) -> ARK.simulator().files(SimulatedProvider.ARK).isEmpty());
  }

  @Test
  void eachFileComesToOneOfThemThoughBothKeepCursors() throws Exception {
    eachFileComesToOneOfThem(
        false, SHARED + "&cursorRepository=#cursors&cursorLag=0", TwoNodesTestSupport::receivedAll);
  }

  private void eachFileComesToOneOfThem(
      boolean orphanLockAware, String options, BiPredicate<Node, Node> done) throws Exception {
    List<String> files = addFiles(FILES);
    Consumer<ArkFile> work = firstFilesTogether();

    try (HikariDataSource pool = Database.open(database.newUrl());
        Node one = new Node();
        Node other = new Node()) {
      consume(one, pool, orphanLockAware, options, work);
      consume(other, pool, orphanLockAware, options, work);
      while (!done.test(one, other)) {
        one.polls().awaitOne();
      }
      one.polls().awaitIdle();
      other.polls().awaitIdle();

      assertThat(Stream.concat(one.received().stream(), other.received().stream()))
          .containsExactlyInAnyOrderElementsOf(files);
      assertThat(one.received()).isNotEmpty();
      assertThat(other.received()).isNotEmpty();
      assertThat(one.polls().failures()).isEmpty();
      assertThat(other.polls().failures()).isEmpty();
    }
  }

  private static boolean receivedAll(Node one, Node other) {
    return one.received().size() + other.received().size() >= FILES;
  }

  @Test
  void fileClaimedByADeadNodeComesWhenItsClaimIsTooOld() throws Exception {
    List<String> files = addFiles(3);

    try (HikariDataSource pool = Database.open(database.newUrl());
        Node node = new Node()) {
      JdbcMessageIdRepository deadNode = new JdbcMessageIdRepository(pool, "claims");
      deadNode.start();
      deadNode.add(files.get(0));
      deadNode.add(files.get(1));
      makeClaimOld(pool, files.get(0));
      consume(node, pool, true, SHARED, file -> {});
      node.polls().awaitIdle();

      assertThat(node.received()).containsExactly(files.get(0), files.get(2));
    }
  }

  /** Each node is processing a file of its own before either goes on. */
  private static Consumer<ArkFile> firstFilesTogether() {
    CyclicBarrier barrier = new CyclicBarrier(2);
    ThreadLocal<Boolean> met = new ThreadLocal<>();
    return file -> {
      if (met.get() == null) {
        met.set(true);
        try {
          barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private static void consume(
      Node node,
      HikariDataSource pool,
      boolean orphanLockAware,
      String options,
      Consumer<ArkFile> work)
      throws Exception {
    node.bind(
            Map.of(
                "done",
                new JdbcMessageIdRepository(pool, "done"),
                "claims",
                claims(pool, orphanLockAware, node.context()),
                "cursors",
                new MemoryStateRepository()))
        .start(Node.uri(ARK.simulator(), options), work);
  }

  /**
   * At a lower isolation than this one camel-sql's second look at a key can find a claim that the
   * other node has just made, and take it for one of a dead node.
   */
  private static TransactionTemplate repeatableRead(HikariDataSource pool) {
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(pool));
    transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return transactions;
  }

  private static IdempotentRepository claims(
      HikariDataSource pool, boolean orphanLockAware, CamelContext context) {
    if (!orphanLockAware) {
      return new JdbcMessageIdRepository(pool, "claims");
    }
    JdbcOrphanLockAwareIdempotentRepository claims =
        new JdbcOrphanLockAwareIdempotentRepository(pool, repeatableRead(pool), "claims", context);
    claims.setLockMaxAgeMillis(60_000);
    claims.setLockKeepAliveIntervalMillis(10_000);
    return claims;
  }

  private static void makeClaimOld(HikariDataSource pool, String id) throws Exception {
    try (var connection = pool.getConnection();
        var statement =
            connection.prepareStatement(
                "UPDATE CAMEL_MESSAGEPROCESSED SET createdAt = TIMESTAMP '2001-01-01 00:00:00'"
                    + " WHERE processorName = 'claims' AND messageId = ?")) {
      statement.setString(1, id);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static List<String> addFiles(int count) {
    return ARK.simulator().addFiles(SimulatedProvider.ARK, count).stream()
        .map(SimulatedFile::id)
        .toList();
  }
}
