// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.secrecy.PrintedException;
import io.github.camelark.secrecy.Secrets;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedProvider;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A started Camel context and a simulator, for tests by real endpoints. */
public abstract class ArkTestSupport {

  @RegisterExtension
  public static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  protected CamelContext context;

  @BeforeEach
  public void startCamel() throws Exception {
    context = new DefaultCamelContext();
    context.start();
  }

  @AfterEach
  public void stopCamel() throws Exception {
    context
        .getEndpoints()
        .forEach(endpoint -> assertThat(Secrets.in(endpoint.toString())).isNull());
    context.close();
  }

  public static ArkSimulator simulator() {
    return SIMULATOR.simulator();
  }

  /** An endpoint of a provider at the simulator, without retries' waits. */
  public static String uri(SimulatedProvider provider, String resourceAndOptions) {
    return "ark:%s%sprovider=%s&baseUrl=%s&apiKey=%s&retryDelay=0"
        .formatted(
            resourceAndOptions,
            resourceAndOptions.contains("?") ? "&" : "?",
            provider.name().toLowerCase(Locale.ROOT),
            simulator().baseUrl(provider),
            simulator().apiKey(provider));
  }

  public static String ark(String resourceAndOptions) {
    return uri(SimulatedProvider.ARK, resourceAndOptions);
  }

  /** Sends a message and gives the exchange, failed or not. */
  public Exchange send(String uri, Object body, Map<String, Object> headers) {
    Exchange exchange = ExchangeBuilder.anExchange(context).withBody(body).build();
    exchange.getMessage().getHeaders().putAll(headers);
    return withoutSecret(context.createProducerTemplate().send(uri, exchange));
  }

  public Exchange send(String uri, Object body) {
    return send(uri, body, Map.of());
  }

  /** No failure of any test may show a secret, whatever the test is about. */
  private static Exchange withoutSecret(Exchange exchange) {
    if (exchange.getException() != null) {
      assertThat(Secrets.in(PrintedException.of(exchange.getException()))).isNull();
    }
    return exchange;
  }

  /** A producer that is started, as a route would have it, so that its endpoint is connected. */
  public Producer start(String uri) throws Exception {
    Producer producer = context.getEndpoint(uri).createProducer();
    producer.start();
    return producer;
  }
}
