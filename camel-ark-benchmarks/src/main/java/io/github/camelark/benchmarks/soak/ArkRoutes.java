// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

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
final class ArkRoutes implements AutoCloseable {

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
  ArkRoutes(String baseUrl, int maxConnections, Duration responseTimeout) throws Exception {
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

  /** How often a call that fails is tried in all. */
  int maxTries() {
    return 1 + component.getConfiguration().getMaxRetries();
  }

  PoolGauge pool() {
    return PoolGauge.of(component);
  }

  /** Makes a call, and says what came of it. */
  Outcome call(Call call) {
    Exchange exchange =
        template.send(
            call.operation().route(),
            ExchangeBuilder.anExchange(context)
                .withHeader(headerOf(call.operation()), call.key())
                .build());
    Exception failure = exchange.getException();
    if (failure == null) {
      Message message = exchange.getMessage();
      return Outcome.of(
          success(message.getBody(), call),
          call.key(),
          message.getHeader(ArkConstants.REQUEST_ID, String.class));
    }
    return failure instanceof ArkException expected
        ? Outcome.of(expected, call.key())
        : new Outcome("unexpected " + failure, 0);
  }

  private static String headerOf(SoakOperation operation) {
    return switch (operation) {
      case RETRIEVE_FILE, DELETE_FILE -> ArkConstants.FILE_ID;
      case LIST_FILES -> ArkConstants.PURPOSE;
      case DELETE_RESPONSE -> ArkConstants.RESPONSE_ID;
    };
  }

  /** In one word, if the answer belongs to what was asked. */
  private static String success(Object body, Call call) {
    if (body instanceof ArkFile file && file.id().equals(call.key())) {
      return "FILE";
    }
    if (body instanceof ArkFilePage page
        && page.data().size() == 2
        && page.data().stream().allMatch(file -> file.id().startsWith(call.key() + "."))) {
      return "PAGE";
    }
    if (body instanceof ArkDeletion deletion && call.key().equals(deletion.id())) {
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
      from(SoakOperation.RETRIEVE_FILE.route()).to("ark:files?operation=retrieve");
      from(SoakOperation.LIST_FILES.route()).to("ark:files?operation=list");
      from(SoakOperation.DELETE_FILE.route()).to("ark:files?operation=delete");
      from(SoakOperation.DELETE_RESPONSE.route()).to("ark:responses?operation=delete");
    }
  }
}
