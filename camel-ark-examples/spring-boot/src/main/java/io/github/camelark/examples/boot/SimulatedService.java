// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.boot;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in for the service, so that the example needs neither key nor account. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("example.simulator")
class SimulatedService {

  @Bean
  ArkSimulator simulator() {
    ArkSimulator simulator = ArkSimulator.start();
    simulator.addFiles(SimulatedProvider.ARK, 3);
    simulator.addFile(
        SimulatedProvider.ARK, SimulatedFile.named("broken.pdf").withStatus("failed"));
    return simulator;
  }

  /** Values known only at run time reach the component through a customizer. */
  @Bean
  ComponentCustomizer simulatedAddress(ArkSimulator simulator) {
    return ComponentCustomizer.forType(
        ArkComponent.class,
        ark -> {
          ark.getConfiguration().setBaseUrl(simulator.baseUrl(SimulatedProvider.ARK));
          ark.getConfiguration().setApiKey(simulator.apiKey(SimulatedProvider.ARK));
        });
  }
}
