// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelark.examples.deletion.DeletionPolicy;
import io.github.camelark.examples.deletion.DeletionRoute;
import io.github.camelark.examples.deletion.ReceiptRoute;
import io.github.camelark.examples.deletion.ReceiptStore;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/** The application: database and routes, as application.properties says. */
public final class ResponseLifecycle implements CamelConfiguration {

  @Override
  public void configure(CamelContext context) throws Exception {
    ReceiptStore receipts = new ReceiptStore(database(context));
    receipts.createTable();
    boolean guard = Boolean.parseBoolean(property(context, "deletion.guard"));
    context.addRoutes(new DeletionRoute(receipts, policy(context), guard));
    context.addRoutes(new ReceiptRoute(receipts));
    context.addRoutes(new FinishedResponseRoute());
  }

  private static HikariDataSource database(CamelContext context) {
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(property(context, "database.url"));
    database.setUsername(property(context, "database.user"));
    database.setPassword(property(context, "database.password"));
    database.setConnectionTimeout(10_000);
    context.getRegistry().bind("receiptDatabase", database, null, "close");
    return database;
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
