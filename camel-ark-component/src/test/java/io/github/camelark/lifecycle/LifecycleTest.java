// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lifecycle;

import static io.github.camelark.consumer.ConsumerTestSupport.eventually;
import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkEndpoint;
import io.github.camelark.ArkInternals;
import io.github.camelark.support.LiveThreads;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.transport.SharedTransports;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What starts stops, and starts again. */
class LifecycleTest extends RouteTestSupport {

  @BeforeEach
  void oneRouteAndOneFile() throws Exception {
    simulator().addFile(ARK);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start").routeId("retrieving").to(ark("files?operation=retrieve"));
          }
        });
  }

  @Test
  void stoppedContextLeavesNothingOpen() throws Exception {
    call("direct:start", "file-0001", Map.of());
    SharedTransports transports = ArkInternals.transports(component());
    assertThat(threads()).isNotEmpty();

    context.stop();

    assertThat(transports.size()).isZero();
    eventually(() -> threads().isEmpty());
  }

  @Test
  void hasOneThreadForAllEndpointsThatShareAClient() {
    context.getEndpoint(ark("files?operation=list"));
    context.getEndpoint(ark("files?operation=delete"));

    assertThat(threads()).hasSize(1);
  }

  @Test
  void stoppedRouteWorksAgainOnceItIsStarted() throws Exception {
    call("direct:start", "file-0001", Map.of());

    context.getRouteController().stopRoute("retrieving");
    context.getRouteController().startRoute("retrieving");

    call("direct:start", "file-0001", Map.of());
    assertThat(simulator().journal()).hasSize(2);
  }

  @Test
  void suspendedContextWorksAgainOnceItIsResumed() throws Exception {
    call("direct:start", "file-0001", Map.of());

    context.suspend();
    context.resume();

    call("direct:start", "file-0001", Map.of());
    assertThat(simulator().journal()).hasSize(2);
  }

  @Test
  void stoppedContextWorksAgainOnceItIsStarted() {
    call("direct:start", "file-0001", Map.of());

    context.stop();
    context.start();

    call("direct:start", "file-0001", Map.of());
    assertThat(simulator().journal()).hasSize(2);
  }

  @Test
  void stoppedEndpointWorksAgainOnceItIsStarted() throws Exception {
    ArkEndpoint endpoint = context.getEndpoint(ark("files?operation=list"), ArkEndpoint.class);

    endpoint.stop();
    endpoint.start();

    call(ark("files?operation=list"));
    assertThat(simulator().journal()).hasSize(1);
  }

  /** The threads of the component in this context: others may still be ending theirs. */
  private List<String> threads() {
    return LiveThreads.named("ark").stream()
        .filter(name -> name.contains("(" + context.getName() + ")"))
        .toList();
  }
}
