// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import io.github.camelark.examples.command.Service;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** A Camel context in which the routes run with one service. */
final class RetentionRoutes implements AutoCloseable {

  private final DefaultCamelContext context = new DefaultCamelContext();

  private RetentionRoutes() {}

  /**
   * Starts the routes; in a dry run without the one that deletes.
   *
   * @param requestsPerSecond of each operation, 0 for no limit
   * @param tooManyRequests counts the answers 429
   */
  static RetentionRoutes start(
      Service service,
      double requestsPerSecond,
      TooManyRequests tooManyRequests,
      Retention retention,
      boolean dryRun)
      throws Exception {
    RetentionRoutes routes = new RetentionRoutes();
    try {
      DefaultCamelContext context = routes.context;
      ArkConfiguration ark = context.getComponent("ark", ArkComponent.class).getConfiguration();
      service.configure(ark);
      ark.setRequestsPerSecond(requestsPerSecond);
      ark.setHttpOptions(Map.of("httpClientConfigurer", tooManyRequests));
      context.getRegistry().bind("retention", retention);
      context.addRoutes(new RetentionRoute());
      context.addRoutes(dryRun ? new DryRunRoute() : new DeleteRoute());
      context.addRoutes(new QuotaExceededRoute());
      context.start();
      return routes;
    } catch (Exception e) {
      routes.close();
      throw e;
    }
  }

  /** Runs the whole policy once. */
  Report run() throws Exception {
    return send("direct:retention", "").getMandatoryBody(Report.class);
  }

  /**
   * Runs the rules with totalBelow once, if the event calls for it.
   *
   * @param event JSON, as in {@link QuotaExceeded}
   * @return null if nothing was to be done
   */
  @Nullable Report quotaExceeded(String event) throws Exception {
    return send("direct:quota-exceeded", event).getBody() instanceof Report report ? report : null;
  }

  private Message send(String endpoint, String body) throws Exception {
    Exchange exchange = ExchangeBuilder.anExchange(context).withBody(body).build();
    try (ProducerTemplate template = context.createProducerTemplate()) {
      template.send(endpoint, exchange);
    }
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    return exchange.getMessage();
  }

  @Override
  public void close() {
    context.stop();
  }
}
