// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import io.github.camelark.ArkComponent;
import io.github.camelark.examples.deletion.DeletionRoutes;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.VetoCamelContextStartException;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.LifecycleStrategySupport;

/** The application: topics, database and routes, configured by application.properties. */
public final class DeletionTopic implements CamelConfiguration {

  @Override
  public void configure(CamelContext context) throws Exception {
    Topics topics = Topics.of(context);
    context.addLifecycleStrategy(createMissing(topics));
    takeShare(context);
    DeletionRoutes.addTo(context);
    context.addRoutes(new DeletionTopicRoute(topics));
  }

  /** Brokers and security are set on the component after this configuration. */
  private static LifecycleStrategy createMissing(Topics topics) {
    return new LifecycleStrategySupport() {
      @Override
      public void onContextStarting(CamelContext context) throws VetoCamelContextStartException {
        try {
          topics.createMissing(context);
        } catch (ExecutionException e) {
          throw new VetoCamelContextStartException(
              "cannot find or create the topics: are the brokers of kafka.brokers running,"
                  + " and is this client authorised?",
              e.getCause(),
              context);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new VetoCamelContextStartException("interrupted", e, context);
        }
      }
    };
  }

  /** The service's limit is for all workers together: each keeps to its share. */
  private static void takeShare(CamelContext context) {
    double limit = number(context, "service.requests-per-second");
    double workers = number(context, "workers.max");
    if (!(limit > 0)) {
      throw new IllegalArgumentException(
          "service.requests-per-second must be more than 0, but is " + limit);
    }
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
