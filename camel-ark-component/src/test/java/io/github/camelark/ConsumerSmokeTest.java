// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

class ConsumerSmokeTest extends ArkTestSupport {

  @Test
  void emitsEachOnce() throws Exception {
    simulator().addFiles(SimulatedProvider.ARK, 250);
    route(ark("files?initialDelay=0&delay=50&requestsPerSecond=0"), null);
    MockEndpoint mock = context.getEndpoint("mock:out", MockEndpoint.class);
    mock.expectedMessageCount(250);
    mock.assertIsSatisfied();
    simulator().addFiles(SimulatedProvider.ARK, 0);
    int before = simulator().journal().size();
    System.out.println("requests " + before);
    mock.reset();
    mock.setAssertPeriod(300);
    mock.expectedMessageCount(0);
    mock.assertIsSatisfied();
  }

  @Test
  void deletes() throws Exception {
    simulator().addFiles(SimulatedProvider.ARK, 250);
    route(ark("files?initialDelay=0&delay=50&requestsPerSecond=0&deleteAfterRead=true"), null);
    MockEndpoint mock = context.getEndpoint("mock:out", MockEndpoint.class);
    mock.expectedMessageCount(250);
    mock.setAssertPeriod(300);
    mock.assertIsSatisfied();
    assertThat(simulator().files(SimulatedProvider.ARK)).isEmpty();
  }

  @Test
  void cursor() throws Exception {
    simulator().addFiles(SimulatedProvider.ARK, 250);
    MemoryStateRepository repo = new MemoryStateRepository();
    context.getRegistry().bind("cursors", repo);
    route(
        ark(
            "files?initialDelay=0&delay=100&requestsPerSecond=0&cursorLag=0&cursorRepository=#cursors"),
        null);
    MockEndpoint mock = context.getEndpoint("mock:out", MockEndpoint.class);
    mock.expectedMessageCount(250);
    mock.setAssertPeriod(1500);
    mock.assertIsSatisfied();
    simulator()
        .journal()
        .forEach(r -> System.out.println(r.method() + " " + r.query() + " " + r.status()));
  }

  @Test
  void pollEnrich() throws Exception {
    simulator().addFiles(SimulatedProvider.ARK, 5);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:go").pollEnrich(ark("files?deleteAfterRead=true"), 0).to("mock:out");
          }
        });
    MockEndpoint mock = context.getEndpoint("mock:out", MockEndpoint.class);
    mock.expectedMessageCount(2);
    context.createProducerTemplate().sendBody("direct:go", null);
    context.createProducerTemplate().sendBody("direct:go", null);
    mock.assertIsSatisfied();
    System.out.println(
        mock.getExchanges().get(0).getMessage().getBody()
            + " "
            + mock.getExchanges().get(1).getMessage().getBody());
    assertThat(simulator().files(SimulatedProvider.ARK)).hasSize(3);
  }

  private void route(String uri, String to) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri).to("mock:out");
          }
        });
  }
}
