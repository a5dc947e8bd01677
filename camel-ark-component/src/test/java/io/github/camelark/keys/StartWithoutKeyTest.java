// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkInternals;
import io.github.camelark.error.ArkAuthenticationException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key is needed by what calls the service, and by nothing else. */
class StartWithoutKeyTest {

  private static final String DELETE = "ark:files?operation=delete&baseUrl=https://gateway.example";

  private final DefaultCamelContext context = new DefaultCamelContext();

  @BeforeEach
  void makeComponent() {
    ArkComponent component = new ArkComponent();
    ArkInternals.setEnvironment(component, name -> null);
    context.addComponent("ark", component);
  }

  @AfterEach
  void stop() throws Exception {
    context.close();
  }

  @Test
  void routeThatCallsTheServiceIsRefused() throws Exception {
    route(DELETE);

    assertThatThrownBy(context::start).hasStackTraceContaining("apiKey is missing");
  }

  @Test
  void consumerIsRefused() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("ark:files?baseUrl=https://gateway.example").to("mock:files");
          }
        });

    assertThatThrownBy(context::start).hasStackTraceContaining("apiKey is missing");
  }

  @Test
  void lazyProducerFailsAtItsFirstMessage() throws Exception {
    route(DELETE + "&lazyStartProducer=true");

    context.start();

    assertThatThrownBy(() -> send("file-1"))
        .isInstanceOf(CamelExecutionException.class)
        .hasStackTraceContaining("apiKey is missing");
  }

  @Test
  void routeThatIsNotStartedNeedsNone() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("ark:files?baseUrl=https://gateway.example").autoStartup(false).to("mock:files");
            from("direct:delete").routeId("delete").autoStartup(false).to(DELETE);
          }
        });

    context.start();

    assertThat(context.getStatus()).isEqualTo(ServiceStatus.Started);
    context.getRouteController().startRoute("delete");
    assertThatThrownBy(() -> send("file-1"))
        .hasCauseInstanceOf(ArkAuthenticationException.class)
        .hasStackTraceContaining("apiKey is missing");
  }

  @Test
  void endpointThatATestReplacesNeedsNone() throws Exception {
    route(DELETE);
    AdviceWith.adviceWith(
        context,
        "delete",
        route -> {
          route.mockEndpointsAndSkip("ark:*");
        });

    context.start();
    MockEndpoint mock = context.getEndpoint("mock:ark:files", MockEndpoint.class);
    mock.expectedBodiesReceived("file-1");
    send("file-1");

    mock.assertIsSatisfied();
  }

  private void route(String uri) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:delete").routeId("delete").to(uri);
          }
        });
  }

  private void send(String body) {
    context.createProducerTemplate().sendBody("direct:delete", body);
  }
}
