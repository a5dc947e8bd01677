// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nodes in JVMs of their own, at one simulator and one real PostgreSQL; one is killed. */
class ClusterModeTest {

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  private static final boolean FULL = "full".equals(System.getProperty("pipeline.size"));
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static EmbeddedPostgres postgres;

  private final List<Node> nodes = new ArrayList<>();

  @TempDir Path folder;

  @BeforeAll
  static void startPostgres() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "PostgreSQL is here for Linux on amd64 only");
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @AfterEach
  void killNodes() throws InterruptedException {
    for (Node node : nodes) {
      node.kill();
    }
  }

  @Test
  void theOtherTakesOverWhenTheMasterIsKilled() throws Exception {
    List<String> files = addFiles(FULL ? 10_000 : 200);
    Processed processed = createDatabase("master");
    Node one = start("one", "master");
    Node two = start("two", "master");

    awaitThat(() -> processed.files() >= 20);
    Node master = processed.filesOf("one") > 0 ? one : two;
    Node other = master == one ? two : one;
    assertThat(processed.filesOf(other.name())).isZero();
    master.kill();
    awaitThat(() -> processed.files() == files.size());

    assertThat(processed.ids()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(processed.repetitions()).isLessThanOrEqualTo(1);
    assertThat(processed.filesOf(other.name())).isPositive();
    assertThat(other.isAlive()).isTrue();
  }

  @Tag("full")
  @Test
  void eachFileComesOnceExceptThoseInProgressOnAKilledNode() throws Exception {
    List<String> files = addFiles(FULL ? 10_000 : 500);
    Processed processed = createDatabase("shared");
    start("one", "shared");
    Node victim = start("two", "shared");
    start("three", "shared");

    awaitThat(() -> processed.filesOf("two") >= 20);
    victim.kill();
    awaitThat(() -> processed.files() == files.size());

    assertThat(processed.ids()).containsExactlyInAnyOrderElementsOf(files);
    // a node works on one file at a time, and may be killed after its row and before it is done
    assertThat(processed.repetitions()).isLessThanOrEqualTo(1);
    assertThat(processed.shares()).hasSize(3).allMatch(share -> share.files() > 0);
  }

  private static List<String> addFiles(int count) {
    return ARK.simulator().addFiles(SimulatedProvider.ARK, count).stream()
        .map(SimulatedFile::id)
        .toList();
  }

  private static Processed createDatabase(String name) {
    new JdbcTemplate(postgres.getPostgresDatabase()).execute("CREATE DATABASE " + name);
    return new Processed(postgres.getDatabase("postgres", name));
  }

  /** Starts a node at the database of its mode. */
  private Node start(String name, String mode) throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put("cluster.mode", mode);
    properties.put("database.url", postgres.getJdbcUrl("postgres", mode));
    properties.put("camel.component.ark.base-url", ARK.simulator().baseUrl(SimulatedProvider.ARK));
    properties.put("camel.component.ark.api-key", ARK.simulator().apiKey(SimulatedProvider.ARK));
    properties.put("camel.component.ark.requests-per-second", "0");
    properties.put("cluster.delay", "100");
    properties.put("cluster.claims.max-age", "3s");
    properties.put("cluster.claims.keep-alive", "500");
    properties.put("cluster.locks", folder.resolve("locks").toString());
    properties.put("cluster.locks.retry", "100");
    Node node = Node.start(name, properties, Path.of("target", "cluster", mode));
    nodes.add(node);
    return node;
  }

  /** Fails at once if no node is left that could bring it about. */
  private void awaitThat(BooleanSupplier state) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast("all nodes have ended", () -> nodes.stream().noneMatch(Node::isAlive))
        .until(state::getAsBoolean);
  }
}
