// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Gives the component {@code ark} the options in {@code camel.component.ark.*}. Off with {@code
 * camel.component.ark.enabled=false}, like every starter of Camel.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.ark"})
@EnableConfigurationProperties(ArkComponentProperties.class)
public class ArkComponentAutoConfiguration {

  /** Not lazy: a wrong property must stop the application at start. */
  @Bean
  static ComponentCustomizer arkComponentCustomizer(
      ArkComponentProperties properties, Environment environment) {
    return new ArkComponentCustomizer(properties, environment);
  }
}
