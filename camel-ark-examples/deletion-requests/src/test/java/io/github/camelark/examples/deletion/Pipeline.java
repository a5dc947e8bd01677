// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static io.github.camelark.test.SimulatedProvider.ARK;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulator;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** The routes in a Camel context of their own, before a simulator, with a database. */
final class Pipeline implements AutoCloseable {

  private final CamelContext context = new DefaultCamelContext();
  private final ReceiptStore receipts;

  Pipeline(ArkSimulator simulator, DataSource database, DeletionPolicy policy, boolean guard)
      throws Exception {
    receipts = new ReceiptStore(database);
    receipts.createTable();
    ArkComponent ark = context.getComponent("ark", ArkComponent.class);
    ark.getConfiguration().setBaseUrl(simulator.baseUrl(ARK));
    ark.getConfiguration().setApiKey(simulator.apiKey(ARK));
    ark.getConfiguration().setMaxRetries(0);
    context.addRoutes(new DeletionRoute(receipts, policy, guard));
    context.start();
  }

  /** Has the receipts sent, to an endpoint that may be named only once the routes are there. */
  void sendReceiptsTo(String uri, DataSource database) throws Exception {
    context.getRegistry().bind("receiptDatabase", database);
    context
        .getPropertiesComponent()
        .setOverrideProperties(toProperties(Map.of("receipts.to", uri, "receipts.delay", "20")));
    context.addRoutes(new ReceiptRoute(receipts));
  }

  Receipt execute(DeletionRequest request) {
    return execute(request, Map.of());
  }

  Receipt execute(DeletionRequest request, Map<String, Object> headers) {
    return context
        .createFluentProducerTemplate()
        .to("direct:execute-deletion")
        .withBody(request)
        .withHeaders(headers)
        .request(Receipt.class);
  }

  CamelContext context() {
    return context;
  }

  ReceiptStore receipts() {
    return receipts;
  }

  private static java.util.Properties toProperties(Map<String, String> values) {
    java.util.Properties properties = new java.util.Properties();
    properties.putAll(values);
    return properties;
  }

  @Override
  public void close() throws Exception {
    context.close();
  }
}
