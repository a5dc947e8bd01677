// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelark.examples.deletion.DeletionPolicy;
import io.github.camelark.examples.deletion.DeletionRoute;
import io.github.camelark.examples.deletion.ReceiptRoute;
import io.github.camelark.examples.deletion.ReceiptStore;
import java.io.IOException;
import java.io.InputStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.support.ResourceHelper;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** The application: broker, database and routes, as application.properties says. */
public final class DeletionQueue implements CamelConfiguration {

  @Override
  public void configure(CamelContext context) throws Exception {
    context.addComponent("jms", jms(context));
    ReceiptStore receipts = new ReceiptStore(database(context));
    receipts.createTable();
    boolean guard = Boolean.parseBoolean(property(context, "deletion.guard"));
    context.addRoutes(new DeletionRoute(receipts, policy(context), guard));
    context.addRoutes(new ReceiptRoute(receipts));
    context.addRoutes(new DeletionQueueRoute());
  }

  static JmsComponent jms(CamelContext context) throws Exception {
    JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
    pool.setConnectionFactory(
        new ActiveMQConnectionFactory(
            property(context, "broker.url"),
            property(context, "broker.user"),
            property(context, "broker.password")));
    context.getRegistry().bind("brokerConnections", pool, null, "stop");

    JmsComponent jms = new JmsComponent();
    jms.setConnectionFactory(pool);
    // a transaction of the session that takes the message; what is sent meanwhile is part of it
    jms.setTransacted(true);
    jms.setLazyCreateTransactionManager(false);
    jms.setCacheLevelName("CACHE_CONSUMER");
    jms.setRecoveryInterval(1000);
    return jms;
  }

  private static HikariDataSource database(CamelContext context) throws Exception {
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
