// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a user of Spring Boot would start. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class RouteInSpringBoot {

  public static void main(String[] arguments) throws Exception {
    try (ConfigurableApplicationContext application =
        SpringApplication.run(RouteInSpringBoot.class, arguments)) {
      ListingRoute.printListing(application.getBean(CamelContext.class));
    }
  }

  @Bean
  RoutesBuilder routes(ApplicationArguments arguments) {
    return new ListingRoute(arguments.getNonOptionArgs().get(0));
  }
}
