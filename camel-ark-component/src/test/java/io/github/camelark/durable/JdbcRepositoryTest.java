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
import java.util.function.Consumer;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Camel-sql's repository remembers done files across restarts of Camel. */
@Timeout(120)
class JdbcRepositoryTest {

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  @ParameterizedTest
  @EnumSource
  void eachFileComesOnceAlsoAfterARestart(Database database) throws Exception {
    List<String> files = addFiles(250);
    String url = database.newUrl();

    List<String> first = receivedUntilIdle(url, file -> {});
    String later = ARK.simulator().addFile(SimulatedProvider.ARK).id();
    List<String> second = receivedUntilIdle(url, file -> {});

    assertThat(first).containsExactlyElementsOf(files);
    assertThat(second).containsExactly(later);
  }

  @ParameterizedTest
  @EnumSource
  void fileThatFailedComesAgainAfterARestart(Database database) throws Exception {
    List<String> files = addFiles(120);
    String url = database.newUrl();

    List<String> first = receivedInFirstPoll(url, failingOn(files.get(99)));
    List<String> second = receivedUntilIdle(url, file -> {});

    assertThat(first).containsExactlyElementsOf(files);
    assertThat(second).containsExactly(files.get(99));
  }

  @ParameterizedTest
  @EnumSource
  void fileThatFailsComesAgainUntilItSucceeds(Database database) throws Exception {
    List<String> files = addFiles(3);

    try (HikariDataSource pool = Database.open(database.newUrl());
        Node node = consume(pool, "", failingOnce(files.get(1)))) {
      node.awaitReceived(4);
      node.polls().awaitIdle();

      assertThat(node.received())
          .containsExactly(files.get(0), files.get(1), files.get(2), files.get(1));
    }
  }

  private static List<String> receivedUntilIdle(String url, Consumer<ArkFile> work)
      throws Exception {
    try (HikariDataSource pool = Database.open(url);
        Node node = consume(pool, "", work)) {
      node.polls().awaitIdle();
      return node.received();
    }
  }

  private static List<String> receivedInFirstPoll(String url, Consumer<ArkFile> work)
      throws Exception {
    try (HikariDataSource pool = Database.open(url);
        Node node = consume(pool, "&repeatCount=1", work)) {
      node.polls().awaitOne();
      return node.received();
    }
  }

  private static Node consume(HikariDataSource pool, String options, Consumer<ArkFile> work)
      throws Exception {
    return new Node()
        .bind(Map.of("done", new JdbcMessageIdRepository(pool, "done")))
        .start(Node.uri(ARK.simulator(), "idempotentRepository=#done" + options), work);
  }

  private static List<String> addFiles(int count) {
    return ARK.simulator().addFiles(SimulatedProvider.ARK, count).stream()
        .map(SimulatedFile::id)
        .toList();
  }

  private static Consumer<ArkFile> failingOn(String id) {
    return file -> {
      if (file.id().equals(id)) {
        throw new IllegalStateException("cannot be processed");
      }
    };
  }

  private static Consumer<ArkFile> failingOnce(String id) {
    boolean[] failed = {false};
    return file -> {
      if (file.id().equals(id) && !failed[0]) {
        failed[0] = true;
        throw new IllegalStateException("cannot be processed yet");
      }
    };
  }
}
