// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/**
 * What all applications share that execute deletion requests: {@link DeletionRoute}, {@link
 * ReceiptRoute} and their database, as these properties say: {@code database.url}, {@code
 * database.user}, {@code database.password}, {@code deletion.policy} (where the policy is, for
 * example {@code classpath:policy.yaml}), {@code deletion.guard}.
 */
public final class DeletionRoutes {

  private static final int CONNECTION_TIMEOUT_MILLIS = 10_000;

  private DeletionRoutes() {}

  /**
   * Adds them to a context, which closes the database when it stops.
   *
   * @throws IOException if the policy cannot be read
   */
  public static void addTo(CamelContext context) throws Exception {
    boolean guard = guard(context);
    ReceiptStore receipts = new ReceiptStore(database(context));
    receipts.createTable();
    context.addRoutes(new DeletionRoute(receipts, policy(context), guard));
    context.addRoutes(new ReceiptRoute(receipts));
  }

  private static HikariDataSource database(CamelContext context) {
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(property(context, "database.url"));
    database.setUsername(property(context, "database.user"));
    database.setPassword(property(context, "database.password"));
    database.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    context.getRegistry().bind("receiptDatabase", database, null, "close");
    return database;
  }

  /** An ambiguous word must not turn the guard off. */
  private static boolean guard(CamelContext context) {
    String guard = property(context, "deletion.guard");
    return switch (guard) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "deletion.guard must be true or false, but is '" + guard + "'");
    };
  }

  private static DeletionPolicy policy(CamelContext context) throws IOException {
    String place = property(context, "deletion.policy");
    try (InputStream yaml = ResourceHelper.resolveMandatoryResourceAsInputStream(context, place)) {
      return DeletionPolicy.read(yaml);
    }
  }

  private static String property(CamelContext context, String name) {
    return context.resolvePropertyPlaceholders("{{" + name + "}}");
  }
}
