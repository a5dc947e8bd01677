// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that the tests of durable repositories run on. */
enum Database {
  H2 {
    @Override
    String newUrl(String name) {
      return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }
  },
  POSTGRESQL {
    @Override
    String newUrl(String name) throws SQLException {
      assumeTrue(
          System.getProperty("os.name").equals("Linux")
              && System.getProperty("os.arch").equals("amd64"),
          "PostgreSQL is here for Linux on amd64 only");
      try (Connection connection = RunningPostgres.SERVER.getPostgresDatabase().getConnection()) {
        connection.createStatement().execute("CREATE DATABASE " + name);
      }
      String url = RunningPostgres.SERVER.getJdbcUrl("postgres", name);
      try (Connection connection = DriverManager.getConnection(url)) {
        connection.createStatement().execute(CREATE_TABLE);
      }
      return url;
    }
  };

  // Of camel-sql, which itself cannot create it on PostgreSQL in Camel 4.14: the query by which it
  // finds out that there is no table ends the transaction.
  private static final String CREATE_TABLE =
      "CREATE TABLE CAMEL_MESSAGEPROCESSED (processorName VARCHAR(255), messageId VARCHAR(100),"
          + " createdAt TIMESTAMP, PRIMARY KEY (processorName, messageId))";

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Makes an empty database and gives its JDBC URL. */
  String newUrl() throws SQLException {
    return newUrl("ark_" + COUNT.incrementAndGet());
  }

  abstract String newUrl(String name) throws SQLException;

  /** Opens a pool of connections. */
  static HikariDataSource open(String url) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(8);
    return pool;
  }

  /** Breaks all connections to this database of PostgreSQL, and refuses new ones. */
  static void takeAway(String url) {
    onServer("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false", url);
    onServer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'", url);
  }

  /** Lets everybody connect again. */
  static void bringBack(String url) {
    onServer("ALTER DATABASE %s WITH ALLOW_CONNECTIONS true", url);
  }

  private static void onServer(String sql, String url) {
    String name = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
    try (Connection connection = RunningPostgres.SERVER.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute(sql.formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One real server for all tests; it ends with the JVM. */
  private static final class RunningPostgres {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
