// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.StatefulService;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** With {@code master:} one of two Camel contexts is active, and the other takes over from it. */
@Timeout(120)
class MasterTest {

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  @TempDir private Path locks;

  @Test
  void standbyContinuesWhereTheFirstStopped() throws Exception {
    List<String> files =
        ARK.simulator().addFiles(SimulatedProvider.ARK, 250).stream()
            .map(SimulatedFile::id)
            .toList();
    CountDownLatch reached = new CountDownLatch(1);

    try (HikariDataSource pool = Database.open(Database.H2.newUrl());
        Node first = new Node();
        Node second = new Node()) {
      consume(first, pool, stoppedAt(files.get(49), reached, first));
      reached.await();
      consume(second, pool, file -> {});
      List<String> receivedBeside = second.received();
      first.close();
      second.awaitReceived(files.size() - first.received().size());
      second.polls().awaitIdle();

      assertThat(receivedBeside).isEmpty();
      assertThat(first.received())
          .hasSizeLessThan(files.size())
          .startsWith(files.subList(0, 50).toArray(String[]::new));
      // the lock is given back while file 50 is in flight, so that one may come twice
      assertThat(second.received())
          .containsAll(files.subList(first.received().size(), files.size()))
          .doesNotContainAnyElementsOf(files.subList(0, 49))
          .doesNotHaveDuplicates();
    }
  }

  /** Keeps that file in progress until its Camel context is being stopped. */
  private static java.util.function.Consumer<ArkFile> stoppedAt(
      String id, CountDownLatch reached, Node node) {
    return file -> {
      if (file.id().equals(id)) {
        reached.countDown();
        Consumer master = node.context().getRoute("files").getConsumer();
        while (((StatefulService) master).isRunAllowed()) {
          Thread.onSpinWait();
        }
      }
    };
  }

  private void consume(Node node, HikariDataSource pool, java.util.function.Consumer<ArkFile> work)
      throws Exception {
    FileLockClusterService cluster = new FileLockClusterService();
    cluster.setRoot(locks.toString());
    cluster.setAcquireLockDelay(1, TimeUnit.MILLISECONDS);
    cluster.setAcquireLockInterval(100, TimeUnit.MILLISECONDS);
    node.context().addService(cluster);
    node.bind(
            Map.of(
                "done", new JdbcMessageIdRepository(pool, "done"),
                "claims", new JdbcMessageIdRepository(pool, "claims")))
        .start(
            "master:files:"
                + Node.uri(
                    ARK.simulator(), "idempotentRepository=#done&inProgressRepository=#claims"),
            work);
  }
}
