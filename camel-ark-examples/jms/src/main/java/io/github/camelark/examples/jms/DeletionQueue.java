// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import io.github.camelark.examples.deletion.DeletionRoutes;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** The application: broker, database and routes, configured by application.properties. */
public final class DeletionQueue implements CamelConfiguration {

  @Override
  public void configure(CamelContext context) throws Exception {
    context.addComponent("jms", jms(context));
    DeletionRoutes.addTo(context);
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

  private static String property(CamelContext context, String name) {
    return context.resolvePropertyPlaceholders("{{" + name + "}}");
  }
}
