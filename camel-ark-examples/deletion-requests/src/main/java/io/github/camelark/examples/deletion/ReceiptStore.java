// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table {@code ark_receipt}: one row per finished request, with outcome and receipt together,
 * so neither exists without the other. A row whose {@code sent_at} is null waits to be sent. For H2
 * and PostgreSQL. Thread-safe, also between processes that share the database.
 */
public final class ReceiptStore {

  /** The widths are twice those of the events: H2 counts half of a rare character as one. */
  private static final String TABLE =
      """
      create table if not exists ark_receipt (
        request_id varchar(1024) primary key,
        kind varchar(20) not null,
        resource_id varchar(1024) not null,
        outcome varchar(20) not null,
        detail varchar(2000),
        reason varchar(1000) not null,
        requested_by varchar(400) not null,
        finished_at timestamp(3) with time zone not null,
        attempts integer not null,
        sent_at timestamp(3) with time zone)
      """;

  private final JdbcTemplate database;

  /** A store in this database; {@link #createTable} makes the table. */
  public ReceiptStore(DataSource dataSource) {
    database = new JdbcTemplate(dataSource);
  }

  /** Creates the table if it does not exist. */
  public void createTable() {
    try {
      database.execute(TABLE);
    } catch (DuplicateKeyException e) {
      // PostgreSQL says this if another process makes the table at this moment
      database.execute(TABLE);
    }
  }

  /**
   * Finds the receipt of a request that has ended, and has it sent again.
   *
   * @return null if the request has not ended
   * @throws InvalidRequestException if its id belongs to a request for something else
   */
  public @Nullable Receipt sendAgain(DeletionRequest request) {
    Receipt stored = find(request.requestId());
    if (stored == null) {
      return null;
    }
    if (!stored.isOf(request)) {
      throw new InvalidRequestException(
          "the request id belongs to an earlier request for something else: "
              + request.requestId());
    }
    database.update(
        "update ark_receipt set sent_at = null where request_id = ?", request.requestId());
    return stored;
  }

  /**
   * Stores how a request ended. If it was stored before, perhaps by another worker, that outcome
   * stays and is sent again.
   *
   * @return what is stored
   */
  Receipt store(DeletionRequest request, Result result, int attempts) {
    Receipt receipt =
        new Receipt(
            request.requestId(),
            request.kind(),
            request.id(),
            result.outcome(),
            result.detail(),
            request.reason(),
            request.requestedBy(),
            Instant.now(),
            attempts);
    try {
      insert(receipt);
      return receipt;
    } catch (DuplicateKeyException e) {
      Receipt stored = sendAgain(request);
      if (stored == null) {
        throw e;
      }
      return stored;
    }
  }

  private void insert(Receipt receipt) {
    database.update(
        "insert into ark_receipt (request_id, kind, resource_id, outcome, detail, reason,"
            + " requested_by, finished_at, attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        receipt.requestId(),
        receipt.kind().name(),
        receipt.id(),
        receipt.outcome().name(),
        receipt.detail(),
        receipt.reason(),
        receipt.requestedBy(),
        receipt.finishedAt().atOffset(ZoneOffset.UTC),
        receipt.attempts());
  }

  /** The stored receipt; null if the request has not ended. */
  public @Nullable Receipt find(String requestId) {
    return database
        .query("select * from ark_receipt where request_id = ?", ReceiptStore::receipt, requestId)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static Receipt receipt(ResultSet row, int number) throws SQLException {
    return new Receipt(
        row.getString("request_id"),
        ResourceKind.valueOf(row.getString("kind")),
        row.getString("resource_id"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("detail"),
        row.getString("reason"),
        row.getString("requested_by"),
        row.getObject("finished_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }
}
