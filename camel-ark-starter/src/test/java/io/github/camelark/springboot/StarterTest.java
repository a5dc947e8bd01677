// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import static io.github.camelark.springboot.BootTestSupport.application;
import static io.github.camelark.springboot.BootTestSupport.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StarterTest {

  @ParameterizedTest
  @CsvSource({
    "camel.component.ark.max-retries",
    "camel.component.ark.maxRetries",
    "camel.component.ark.max_retries",
    "CAMEL.COMPONENT.ARK.MAXRETRIES"
  })
  void takesRelaxedNames(String property) {
    application()
        .withPropertyValues(property + "=5")
        .run(application -> assertThat(configuration(application).getMaxRetries()).isEqualTo(5));
  }

  @Test
  void takesVariablesOfTheEnvironment() {
    Map<String, Object> variables = Map.of("CAMEL_COMPONENT_ARK_MAXRETRIES", "5");

    application()
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource("test-systemEnvironment", variables)))
        .run(application -> assertThat(configuration(application).getMaxRetries()).isEqualTo(5));
  }

  @ParameterizedTest
  @CsvSource({"90s,90000", "2m,120000", "PT1H,3600000", "1500,1500"})
  void takesDurationsAsSpringBootWritesThem(String value, long milliseconds) {
    application()
        .withPropertyValues("camel.component.ark.call-timeout=" + value)
        .run(
            application ->
                assertThat(configuration(application).getCallTimeout())
                    .isEqualTo(Duration.ofMillis(milliseconds)));
  }

  @ParameterizedTest
  @CsvSource({"4096,4096", "64KB,65536", "1GB,1073741824"})
  void takesDataSizesAsSpringBootWritesThem(String value, long bytes) {
    application()
        .withPropertyValues("camel.component.ark.max-response-size=" + value)
        .run(
            application ->
                assertThat(configuration(application).getMaxResponseSize()).isEqualTo(bytes));
  }

  @ParameterizedTest
  @CsvSource({"proxyHost", "proxy-host"})
  void takesHttpOptionsInBothSpellings(String option) {
    application()
        .withPropertyValues("camel.component.ark.http-options." + option + "=proxy.example.com")
        .run(
            application ->
                assertThat(configuration(application).getHttpOptions())
                    .containsExactly(Map.entry("proxyHost", "proxy.example.com")));
  }

  @ParameterizedTest
  @CsvSource({"api-key,{{the.key}}", "api-key,${the.key}"})
  void resolvesPlaceholdersOfCamelAndOfSpring(String property, String value) {
    application()
        .withPropertyValues("the.key=secret", "camel.component.ark." + property + "=" + value)
        .run(application -> assertThat(configuration(application).getApiKey()).isEqualTo("secret"));
  }

  @Test
  void resolvesPlaceholdersInHttpOptions() {
    application()
        .withPropertyValues(
            "the.secret=secret",
            "camel.component.ark.http-options.oauth2ClientSecret={{the.secret}}")
        .run(
            application ->
                assertThat(configuration(application).getHttpOptions())
                    .containsEntry("oauth2ClientSecret", "secret"));
  }

  @Test
  void appliesSingleOptionsToAConfigurationBean() {
    application()
        .withBean("mine", ArkConfiguration.class, StarterTest::patient)
        .withPropertyValues(
            "camel.component.ark.configuration=#bean:mine", "camel.component.ark.api-key=key")
        .run(
            application -> {
              assertThat(configuration(application).getMaxRetries()).isEqualTo(9);
              assertThat(configuration(application).getApiKey()).isEqualTo("key");
            });
  }

  @Test
  void leavesUnsetOptionsAtTheirDefaults() {
    application()
        .withBean("ark", ArkComponent.class, StarterTest::patientComponent)
        .withPropertyValues("camel.component.ark.api-key=key")
        .run(
            application -> {
              assertThat(configuration(application).getMaxRetries()).isEqualTo(9);
              assertThat(configuration(application).getApiKey()).isEqualTo("key");
            });
  }

  @Test
  void leavesOtherComponentsAlone() {
    application()
        .withBean("ark-azure", ArkComponent.class)
        .withPropertyValues("camel.component.ark.api-key=key")
        .run(
            application -> {
              ArkComponent other =
                  application
                      .getBean(CamelContext.class)
                      .getComponent("ark-azure", ArkComponent.class);
              assertThat(other.getConfiguration().getApiKey()).isNull();
            });
  }

  @Test
  void givesCustomizersOfTheApplicationTheLastWord() {
    application()
        .withBean(
            ComponentCustomizer.class,
            () ->
                ComponentCustomizer.forType(
                    ArkComponent.class, ark -> ark.getConfiguration().setMaxRetries(8)))
        .withPropertyValues("camel.component.ark.max-retries=5")
        .run(application -> assertThat(configuration(application).getMaxRetries()).isEqualTo(8));
  }

  @ParameterizedTest
  @CsvSource({
    "camel.component.enabled",
    "camel.component.ark.enabled",
    "camel.component.customizer.enabled",
    "camel.component.ark.customizer.enabled"
  })
  void canBeTurnedOff(String property) {
    application()
        .withPropertyValues(property + "=false", "camel.component.ark.max-retries=5")
        .run(application -> assertThat(configuration(application).getMaxRetries()).isEqualTo(2));
  }

  @Test
  void isOnForArkWhereComponentsAreOffInGeneral() {
    application()
        .withPropertyValues(
            "camel.component.enabled=false",
            "camel.component.ark.enabled=true",
            "camel.component.ark.max-retries=5")
        .run(application -> assertThat(configuration(application).getMaxRetries()).isEqualTo(5));
  }

  @Test
  void showsNoKeyWhereThePropertiesArePrinted() {
    application()
        .withPropertyValues("camel.component.ark.api-key=a-secret")
        .run(
            application ->
                assertThat(application.getBean(ArkComponentProperties.class).toString())
                    .contains("apiKey")
                    .doesNotContain("a-secret"));
  }

  @Test
  void needsCamelToDoAnything() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(ArkComponentAutoConfiguration.class))
        .run(application -> assertThat(application).doesNotHaveBean(ComponentCustomizer.class));
  }

  private static ArkConfiguration patient() {
    ArkConfiguration configuration = new ArkConfiguration();
    configuration.setMaxRetries(9);
    return configuration;
  }

  private static ArkComponent patientComponent() {
    ArkComponent component = new ArkComponent();
    component.setConfiguration(patient());
    return component;
  }
}
