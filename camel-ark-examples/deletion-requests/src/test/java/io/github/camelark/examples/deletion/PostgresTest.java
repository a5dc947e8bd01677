// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store in a real PostgreSQL. */
@Tag("full")
class PostgresTest {

  private static final DeletionRequest REQUEST =
      new DeletionRequest("r-1", ResourceKind.FILE, "file-1", "old", "me");

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void keepsTheOutcomeThatWasStoredFirst() {
    ReceiptStore receipts = new ReceiptStore(postgres.getPostgresDatabase());
    receipts.createTable();
    receipts.createTable();
    assertThat(receipts.find("r-1")).isNull();

    Receipt first = receipts.store(REQUEST, new Result(Outcome.DELETED, null), 2);
    Receipt second = receipts.store(REQUEST, Result.ALREADY_GONE, 1);

    assertThat(second).usingRecursiveComparison().ignoringFields("finishedAt").isEqualTo(first);
    assertThat(receipts.sendAgain(REQUEST)).isEqualTo(second);
  }
}
