// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.client.EndpointClient;
import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.health.ServiceHealthCheck;
import io.github.camelark.operation.Operation;
import io.github.camelark.operation.Operations;
import io.github.camelark.settings.ApiKeys.MissingApiKeyException;
import io.github.camelark.text.RemoteText;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.support.DefaultProducer;

/**
 * Carries out the operation that the endpoint's URI names, or the header {@code CamelArkOperation}
 * where it names none. Thread-safe.
 */
public class ArkProducer extends DefaultProducer {

  private volatile Map<String, Operation> operations;
  private Operation operation;
  private EndpointClient client;
  private ServiceHealthCheck healthCheck;

  public ArkProducer(ArkEndpoint endpoint) {
    super(endpoint);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    try {
      connect();
    } catch (ResolveEndpointFailedException e) {
      if (!(e.getCause() instanceof MissingApiKeyException)) {
        throw e;
      }
      getEndpoint().shared().producersWithoutKey().add(getEndpoint(), e);
    }
  }

  private synchronized void connect() throws Exception {
    ArkEndpoint endpoint = getEndpoint();
    if (client == null) {
      client = endpoint.openClient();
      healthCheck = endpoint.shared().healthChecks().join(endpoint, client);
    }
    operations =
        Operations.of(
            client.client(),
            endpoint.callOptions(),
            endpoint.shared().time(),
            endpoint.shared()::isFirst);
    String name = endpoint.getOperation();
    operation = name == null ? null : operations.get(name);
  }

  @Override
  protected void doStop() throws Exception {
    disconnect();
    super.doStop();
  }

  private synchronized void disconnect() {
    operations = null;
    if (healthCheck != null) {
      getEndpoint().shared().healthChecks().leave(healthCheck);
      healthCheck = null;
    }
    if (client != null) {
      client.close();
      client = null;
    }
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    if (operations == null) {
      connectLate();
    }
    Object named = exchange.getMessage().getHeader(ArkConstants.OPERATION);
    (named == null && operation != null ? operation : choose(named)).execute(exchange);
  }

  /** A route that was not to start with the context has been started since. */
  private void connectLate() throws Exception {
    try {
      connect();
    } catch (ResolveEndpointFailedException e) {
      throw new ArkAuthenticationException(
          ApiFailure.of(getEndpoint().getResource(), null, null, e.getCause().getMessage()),
          "nothing was sent");
    }
  }

  private Operation choose(Object named) {
    String option = getEndpoint().getOperation();
    if (named == null) {
      throw refused("no operation: set option operation or header " + ArkConstants.OPERATION);
    }
    String name = text(named);
    if (option != null && !option.equals(name)) {
      throw refused(
          "header %s is '%s', but the endpoint's operation is %s: remove the header"
              .formatted(ArkConstants.OPERATION, RemoteText.excerpt(name, 100), option));
    }
    Operation chosen = operations.get(name);
    if (chosen == null) {
      throw refused(
          "header %s must be one of %s, but is '%s'"
              .formatted(
                  ArkConstants.OPERATION, operations.keySet(), RemoteText.excerpt(name, 100)));
    }
    return chosen;
  }

  private String text(Object named) {
    if (named instanceof CharSequence || named instanceof Enum<?>) {
      try {
        return named.toString();
      } catch (RuntimeException e) {
        throw refused("header " + ArkConstants.OPERATION + " cannot be read");
      }
    }
    throw refused(
        "header %s must be text, but is of type %s"
            .formatted(ArkConstants.OPERATION, named.getClass().getName()));
  }

  private ArkRequestException refused(String message) {
    return new ArkRequestException(
        ApiFailure.of(getEndpoint().getResource(), null, null, message), "nothing was sent");
  }

  @Override
  public ArkEndpoint getEndpoint() {
    return (ArkEndpoint) super.getEndpoint();
  }
}
