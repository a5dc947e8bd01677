// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.util.Arrays;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class StarterOnAnotherBootTest {

  private static final SimulatedProvider ARK = SimulatedProvider.ARK;

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  @Test
  void isStartedOnTheVersionsThatWereAskedFor() {
    assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("spring.boot.version"));
    try (ConfigurableApplicationContext application = start()) {
      assertThat(application.getBean(CamelContext.class).getVersion())
          .isEqualTo(System.getProperty("camel.version"));
    }
  }

  @Test
  void configuresTheComponentThatDeletesAFile(ArkSimulator simulator) {
    String id = simulator.addFile(ARK).id();

    try (ConfigurableApplicationContext application =
        start(
            "--camel.component.ark.call-timeout=90s",
            "--camel.component.ark.maxResponseSize=4MB")) {
      application.getBean(ProducerTemplate.class).sendBody("direct:delete", id);

      ArkComponent ark =
          application.getBean(CamelContext.class).getComponent("ark", ArkComponent.class);
      assertThat(ark.getConfiguration().getCallTimeout()).isEqualTo(Duration.ofSeconds(90));
      assertThat(ark.getConfiguration().getMaxResponseSize()).isEqualTo(4L * 1024 * 1024);
    }
    assertThat(simulator.hasFile(ARK, id)).isFalse();
  }

  @Test
  void refusesAPropertyThatDoesNotExist(CapturedOutput output) {
    Throwable failure = catchThrowable(() -> start("--camel.component.ark.max-retires=5"));

    assertThat(failure).isNotNull();
    assertThat(output.toString()).contains("Did you mean camel.component.ark.max-retries?");
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--camel.component.ark.base-url=" + SIMULATOR.simulator().baseUrl(ARK);
    all[arguments.length + 1] =
        "--camel.component.ark.api-key=" + SIMULATOR.simulator().apiKey(ARK);
    return application.run(all);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {

    @Bean
    RoutesBuilder routes() {
      return new RouteBuilder() {
        @Override
        public void configure() {
          from("direct:delete").to("ark:files?operation=delete");
        }
      };
    }
  }
}
