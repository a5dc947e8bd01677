// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedProvider;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Camel context that runs Kamelets against a simulator, set up by properties as users do it. */
@Timeout(60)
abstract class KameletTestSupport {

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  final DefaultCamelContext context = new DefaultCamelContext();

  @AfterEach
  void stopCamel() {
    context.stop();
  }

  static ArkSimulator simulator() {
    return ARK.simulator();
  }

  /** Gives a Kamelet the address of a provider at the simulator, and the key. */
  void configure(String kamelet, SimulatedProvider provider) {
    set(kamelet, "provider", provider.name().toLowerCase(Locale.ROOT));
    set(kamelet, "baseUrl", simulator().baseUrl(provider));
    set(kamelet, "apiKey", simulator().apiKey(provider));
  }

  void set(String kamelet, String property, String value) {
    context
        .getPropertiesComponent()
        .addInitialProperty("camel.kamelet." + kamelet + "." + property, value);
  }

  /** Starts a route from {@code direct:in} to a Kamelet at the simulator of a provider. */
  void start(String kamelet, SimulatedProvider provider) throws Exception {
    configure(kamelet, provider);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:in").to("kamelet:" + kamelet);
          }
        });
    context.start();
  }

  /** Starts a route with the Kamelet where its type belongs. */
  void startAny(String kamelet) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            if (kamelet.endsWith("-source")) {
              from("kamelet:" + kamelet).to("log:in");
            } else {
              from("direct:in").to("kamelet:" + kamelet);
            }
          }
        });
    context.start();
  }

  Exchange send(Object body, Map<String, Object> headers) {
    Exchange exchange = ExchangeBuilder.anExchange(context).withBody(body).build();
    exchange.getMessage().getHeaders().putAll(headers);
    return context.createProducerTemplate().send("direct:in", exchange);
  }

  Exchange send(Object body) {
    return send(body, Map.of());
  }
}
