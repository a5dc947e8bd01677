// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedProvider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Three nodes share the files of a simulated account and a PostgreSQL that runs here, and one of
 * them is killed. Ends by itself, with 0 if no file was missed.
 */
public final class ClusterDemonstration {

  private static final int FILES = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path LOGS = Path.of("target", "cluster");

  private ClusterDemonstration() {}

  /** Runs it; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ArkSimulator simulator = ArkSimulator.builder().requestsPerSecond(20).build()) {
      simulator.addFiles(SimulatedProvider.ARK, FILES);
      Processed processed = new Processed(postgres.getPostgresDatabase());
      List<Node> nodes = start(postgres, simulator);
      try {
        Node victim = nodes.get(1);
        await(processed, FILES / 4);
        System.out.printf("%d of %d files: killing %s%n", processed.files(), FILES, victim.name());
        victim.kill();
        await(processed, FILES);
      } finally {
        nodes.forEach(Node::close);
      }
      print(processed);
      System.exit(processed.files() == FILES ? 0 : 1);
    }
  }

  private static List<Node> start(EmbeddedPostgres postgres, ArkSimulator simulator)
      throws Exception {
    Map<String, String> properties =
        Map.of(
            "database.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "camel.component.ark.base-url",
            simulator.baseUrl(SimulatedProvider.ARK),
            "camel.component.ark.api-key",
            simulator.apiKey(SimulatedProvider.ARK),
            "cluster.delay",
            "1s",
            "cluster.claims.max-age",
            "5s",
            "cluster.claims.keep-alive",
            "1s");
    return List.of(
        Node.start("node-1", properties, LOGS),
        Node.start("node-2", properties, LOGS),
        Node.start("node-3", properties, LOGS));
  }

  private static void await(Processed processed, int files) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (processed.files() < files && Instant.now().isBefore(end)) {
      Thread.sleep(500);
      System.out.printf("%d of %d files%n", processed.files(), FILES);
    }
  }

  private static void print(Processed processed) {
    System.out.printf("%n%-8s %5s%n", "node", "files");
    Stream.concat(
            processed.shares().stream(),
            Stream.of(
                new Processed.Share("twice", processed.repetitions()),
                new Processed.Share("missed", FILES - processed.files())))
        .forEach(share -> System.out.printf("%-8s %5d%n", share.node(), share.files()));
  }
}
