// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** What the tests of properties have in common. */
final class BootTestSupport {

  private BootTestSupport() {}

  /** Runs an application that has Camel and this starter, and nothing else. */
  static ApplicationContextRunner application() {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                CamelAutoConfiguration.class, ArkComponentAutoConfiguration.class));
  }

  static ArkComponent component(ApplicationContext application) {
    return application.getBean(CamelContext.class).getComponent("ark", ArkComponent.class);
  }

  static ArkConfiguration configuration(ApplicationContext application) {
    return component(application).getConfiguration();
  }
}
