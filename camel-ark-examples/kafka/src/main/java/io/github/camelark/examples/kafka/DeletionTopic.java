// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import io.github.camelark.ArkComponent;
import io.github.camelark.examples.deletion.DeletionRoutes;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;

/** The application: topics, database and routes, as application.properties says. */
public final class DeletionTopic implements CamelConfiguration {

  @Override
  public void configure(CamelContext context) throws Exception {
    Topics topics = Topics.of(context);
    topics.createMissing(context);
    takeShare(context);
    DeletionRoutes.addTo(context);
    context.addRoutes(new DeletionTopicRoute(topics));
  }

  /** The service's limit is for all workers together: each keeps to its part. */
  private static void takeShare(CamelContext context) {
    double limit = number(context, "service.requests-per-second");
    double workers = number(context, "workers.max");
    if (!(workers >= 1)) {
      throw new IllegalArgumentException("workers.max must be 1 or more, but is " + workers);
    }
    context
        .getComponent("ark", ArkComponent.class)
        .getConfiguration()
        .setRequestsPerSecond(limit / workers);
  }

  private static double number(CamelContext context, String name) {
    return Double.parseDouble(context.resolvePropertyPlaceholders("{{" + name + "}}"));
  }
}
