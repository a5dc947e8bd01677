// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.debugger.BacklogTracer;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.processor.DefaultExchangeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where Camel shows the URI of an endpoint. README's section on security names these places: a key
 * on the component is in none of them, a key in a URI is in all.
 */
class KeyInUriTest {

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  /** No key of {@link Secrets}, which no test may show. */
  private static final String KEY = "shown-where-camel-shows-uris";

  private static final String MANAGEMENT_DISABLED = "org.apache.camel.jmx.disabled";

  private String managementDisabled;
  private CamelContext context;

  private enum Place {
    LOG_OF_EVERYTHING {
      @Override
      String shown(CamelContext context, Exchange exchange) {
        DefaultExchangeFormatter formatter = new DefaultExchangeFormatter();
        formatter.setShowAll(true);
        return formatter.format(exchange);
      }
    },
    FAILURE_ENDPOINT {
      @Override
      String shown(CamelContext context, Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.FAILURE_ENDPOINT, String.class);
      }
    },
    DUMP_OF_THE_ROUTE {
      @Override
      String shown(CamelContext context, Exchange exchange) throws Exception {
        return PluginHelper.getModelToXMLDumper(context)
            .dumpModelAsXml(context, ((ModelCamelContext) context).getRouteDefinition("delete"));
      }
    },
    DEVELOPER_CONSOLES {
      @Override
      String shown(CamelContext context, Exchange exchange) {
        StringBuilder pages = new StringBuilder();
        context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class).stream()
            .forEach(console -> pages.append(console.call(DevConsole.MediaType.TEXT)));
        return pages.toString();
      }
    },
    BACKLOG_TRACER {
      @Override
      String shown(CamelContext context, Exchange exchange) {
        return context
            .getCamelContextExtension()
            .getContextPlugin(BacklogTracer.class)
            .dumpAllTracedMessagesAsXml();
      }
    };

    abstract String shown(CamelContext context, Exchange exchange) throws Exception;
  }

  /** Some of the consoles ask JMX, which the other tests do without. */
  @BeforeEach
  void enableManagement() {
    managementDisabled = System.clearProperty(MANAGEMENT_DISABLED);
    context = new DefaultCamelContext();
  }

  @AfterEach
  void close() throws Exception {
    context.close();
    if (managementDisabled != null) {
      System.setProperty(MANAGEMENT_DISABLED, managementDisabled);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyOfTheComponentIsShownNowhere(Place place) throws Exception {
    context.getComponent("ark", ArkComponent.class).getConfiguration().setApiKey(KEY);

    Exchange failed = deleteWithAWrongKey("");

    assertThat(place.shown(context, failed)).contains("ark").doesNotContain(KEY);
  }

  @ParameterizedTest
  @EnumSource
  void keyInAUriIsShown(Place place) throws Exception {
    Exchange failed = deleteWithAWrongKey("&apiKey=" + KEY);

    assertThat(place.shown(context, failed)).contains(KEY);
  }

  private Exchange deleteWithAWrongKey(String key) throws Exception {
    String baseUrl = SIMULATOR.simulator().baseUrl(SimulatedProvider.ARK);
    context.getComponent("ark", ArkComponent.class).getConfiguration().setBaseUrl(baseUrl);
    context.setBacklogTracing(true);
    context.setDevConsole(true);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:delete").routeId("delete").to("ark:files?operation=delete" + key);
          }
        });
    context.start();
    context
        .getCamelContextExtension()
        .getContextPlugin(DevConsoleRegistry.class)
        .loadDevConsoles(true);
    return context
        .createProducerTemplate()
        .request("direct:delete", exchange -> exchange.getMessage().setBody("file-1"));
  }
}
