// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A Camel context with a route for each operation, all over one pool of connections. Thread-safe.
 */
final class SoakRoutes implements AutoCloseable {

  /** As long as a call needs that waits for others. */
  private static final Duration CALL_TIMEOUT = Duration.ofMinutes(5);

  /** Longer than any honest answer here, so that an endless one ends soon. */
  private static final long MAX_RESPONSE_BYTES = 100_000;

  private final CamelContext context = new DefaultCamelContext();
  private final ArkComponent component = new ArkComponent();
  private final ProducerTemplate template;

  /**
   * @param responseTimeout how long a server may be silent
   */
  SoakRoutes(String baseUrl, int maxConnections, Duration responseTimeout) throws Exception {
    ArkConfiguration configuration = component.getConfiguration();
    configuration.setBaseUrl(baseUrl);
    configuration.setApiKey("none");
    configuration.setMaxConnections(maxConnections);
    configuration.setResponseTimeout(responseTimeout);
    configuration.setCallTimeout(CALL_TIMEOUT);
    configuration.setMaxResponseSize(MAX_RESPONSE_BYTES);
    configuration.setRetryDelay(Duration.ofMillis(1));
    configuration.setMaxRetryDelay(Duration.ofMillis(2));
    configuration.setRequestsPerSecond(0.0);
    context.addComponent("ark", component);
    context.addRoutes(new OperationRoutes());
    context.start();
    template = context.createProducerTemplate();
  }

  CamelContext context() {
    return context;
  }

  /** How many attempts a call makes at most. */
  int maxAttempts() {
    return 1 + component.getConfiguration().getMaxRetries();
  }

  PoolGauge pool() {
    return PoolGauge.of(component);
  }

  /** Makes a call, and says what came of it. */
  Outcome call(String key) {
    SoakOperation operation = SoakOperation.of(key);
    Exchange exchange =
        template.send(
            "direct:" + operation,
            ExchangeBuilder.anExchange(context).withHeader(operation.header(), key).build());
    Exception failure = exchange.getException();
    if (failure == null) {
      Message message = exchange.getMessage();
      return Outcome.of(
          success(message.getBody(), key),
          key,
          message.getHeader(ArkConstants.REQUEST_ID, String.class));
    }
    return failure instanceof ArkException expected
        ? Outcome.of(expected, key)
        : new Outcome("unexpected " + failure, 0);
  }

  /** In one word, if the answer belongs to what was asked. */
  private static String success(Object body, String key) {
    if (body instanceof ArkFile file && file.id().equals(key)) {
      return "FILE";
    }
    if (body instanceof ArkFilePage page
        && page.data().size() == 2
        && page.data().stream().allMatch(file -> file.id().startsWith(key + "."))) {
      return "PAGE";
    }
    if (body instanceof ArkDeletion deletion && key.equals(deletion.id())) {
      return deletion.outcome().name();
    }
    return "another answer: " + body;
  }

  @Override
  public void close() throws Exception {
    template.close();
    context.close();
  }

  private static final class OperationRoutes extends RouteBuilder {

    @Override
    public void configure() {
      errorHandler(noErrorHandler());
      for (SoakOperation operation : SoakOperation.values()) {
        from("direct:" + operation).to(operation.uri());
      }
    }
  }
}
