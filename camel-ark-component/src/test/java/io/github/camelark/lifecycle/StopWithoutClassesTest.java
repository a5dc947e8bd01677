// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lifecycle;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.consumer.ConsumerTestSupport;
import io.github.camelark.support.LiveThreads;
import io.github.camelark.support.WithdrawableClasses;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * In OSGi routes may stop after the bundle of the component has gone, and with it all classes that
 * were not loaded by then.
 */
@Timeout(60)
class StopWithoutClassesTest {

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = SIMULATOR.simulator();

  @Test
  void needsNoClassThatWasNotLoadedBefore() throws Exception {
    try (WithdrawableClasses classes = new WithdrawableClasses();
        CamelContext context = new DefaultCamelContext()) {
      context.setApplicationContextClassLoader(classes);
      context.addRoutes(new Routes());
      context.start();
      assertThat(context.getComponent("ark").getClass().getClassLoader()).isSameAs(classes);
      NotifyBuilder deleted = new NotifyBuilder(context).whenCompleted(1).create();
      simulator.addFile(ARK);
      assertThat(deleted.matches(30, TimeUnit.SECONDS)).isTrue();
      classes.missed().clear();

      classes.close();
      context.stop();

      assertThat(classes.missed()).isEmpty();
      String own = "camel (" + context.getName() + ")";
      ConsumerTestSupport.eventually(() -> LiveThreads.named(own).isEmpty());
    }
  }

  private final class Routes extends RouteBuilder {

    @Override
    public void configure() {
      String service =
          "provider=ark&baseUrl=%s&apiKey=%s"
              .formatted(simulator.baseUrl(ARK), simulator.apiKey(ARK));
      from("ark:files?delay=50&" + service).to("ark:files?operation=delete&" + service);
    }
  }
}
