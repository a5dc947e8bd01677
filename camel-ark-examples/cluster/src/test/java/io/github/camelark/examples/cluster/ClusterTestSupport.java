// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nodes in JVMs of their own, at one simulator and one real PostgreSQL. */
abstract class ClusterTestSupport {

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  final List<Node> nodes = new ArrayList<>();

  @TempDir Path folder;

  private EmbeddedPostgres postgres;
  Processed processed;

  @BeforeEach
  void startDatabase() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "PostgreSQL is here for Linux on amd64 only");
    postgres = EmbeddedPostgres.start();
    processed = new Processed(postgres.getPostgresDatabase());
  }

  @AfterEach
  void stop() throws IOException {
    nodes.forEach(Node::close);
    if (postgres != null) {
      postgres.close();
    }
  }

  /** 500 files, or 10,000 with {@code -Dpipeline.size=full}. */
  static List<String> addFiles() {
    int count = System.getProperty("pipeline.size", "short").equals("full") ? 10_000 : 500;
    return ARK.simulator().addFiles(SimulatedProvider.ARK, count).stream()
        .map(SimulatedFile::id)
        .toList();
  }

  Node start(String name, String mode) throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put("cluster.mode", mode);
    properties.put("database.url", postgres.getJdbcUrl("postgres", "postgres"));
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
  void awaitThat(BooleanSupplier state) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast("all nodes have ended", () -> nodes.stream().noneMatch(Node::isAlive))
        .until(state::getAsBoolean);
  }
}
