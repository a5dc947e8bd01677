// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.processor.idempotent.jdbc.JdbcOrphanLockAwareIdempotentRepository;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the nodes share: a database with two repositories and a table, and a lock. */
public final class SharedState implements CamelConfiguration {

  private static final String PROCESSED =
      "CREATE TABLE IF NOT EXISTS processed (file_id VARCHAR(512) NOT NULL,"
          + " node VARCHAR(200) NOT NULL, processed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)";

  /**
   * Made here so that no node fails because another makes the table of the repositories at the same
   * time; like that of camel-sql, but with room for any key.
   */
  private static final String MESSAGES =
      "CREATE TABLE IF NOT EXISTS CAMEL_MESSAGEPROCESSED (processorName VARCHAR(255) NOT NULL,"
          + " messageId VARCHAR(512) NOT NULL, createdAt TIMESTAMP,"
          + " PRIMARY KEY (processorName, messageId))";

  /**
   * All transactions are at <em>repeatable read</em>. At a lower level two nodes could claim the
   * same file, since camel-sql looks a second time before it inserts.
   */
  @BindToRegistry("database")
  public HikariDataSource database(
      @PropertyInject("database.url") String url,
      @PropertyInject("database.user") String user,
      @PropertyInject("database.password") String password) {
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(url);
    database.setUsername(user);
    database.setPassword(password);
    database.setMaximumPoolSize(8);
    database.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    JdbcTemplate jdbc = new JdbcTemplate(database);
    create(jdbc, PROCESSED);
    create(jdbc, MESSAGES);
    return database;
  }

  /** Which files are done. */
  @BindToRegistry("done")
  public JdbcMessageIdRepository done(DataSource database) {
    return new JdbcMessageIdRepository(database, "done");
  }

  /** Which files are in progress on which node, and which of these nodes is still alive. */
  @BindToRegistry("claims")
  public JdbcOrphanLockAwareIdempotentRepository claims(
      DataSource database,
      CamelContext context,
      @PropertyInject("cluster.claims.max-age") String maxAge,
      @PropertyInject("cluster.claims.keep-alive") String keepAlive) {
    JdbcOrphanLockAwareIdempotentRepository claims =
        new JdbcOrphanLockAwareIdempotentRepository(database, "claims", context);
    claims.setLockMaxAgeMillis(millis(context, maxAge));
    claims.setLockKeepAliveIntervalMillis(millis(context, keepAlive));
    return claims;
  }

  /** Who is the master: the system frees the lock when the process that holds it is gone. */
  @Override
  public void configure(CamelContext context) throws Exception {
    FileLockClusterService cluster = new FileLockClusterService();
    cluster.setRoot(context.resolvePropertyPlaceholders("{{cluster.locks}}"));
    long retry = millis(context, context.resolvePropertyPlaceholders("{{cluster.locks.retry}}"));
    cluster.setAcquireLockInterval(retry, TimeUnit.MILLISECONDS);
    context.addService(cluster);
  }

  private static void create(JdbcTemplate jdbc, String table) {
    try {
      jdbc.execute(table);
    } catch (DataAccessException e) {
      // another starting node created it at the same moment, so it exists now
      jdbc.execute(table);
    }
  }

  private static long millis(CamelContext context, String duration) {
    return context.getTypeConverter().convertTo(Duration.class, duration).toMillis();
  }
}
