// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedProvider;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What an application says that cannot start, and what is left of it. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("wrongProperties")
  void namesThePropertyAndTheCure(
      String property, String value, String named, String cure, CapturedOutput output) {
    Throwable failure = start("--camel.component.ark." + property + "=" + value);

    assertThat(failure).isNotNull();
    assertThat(output.toString()).contains(named).contains(cure);
  }

  static Stream<Arguments> wrongProperties() {
    return Stream.of(
        Arguments.of(
            "max-retires",
            "5",
            "camel.component.ark.max-retires does not exist",
            "Did you mean camel.component.ark.max-retries?"),
        Arguments.of(
            "call-timeout",
            "10 parsecs",
            "camel.component.ark.call-timeout",
            "'10 parsecs' is not a valid duration"),
        Arguments.of(
            "max-response-size",
            "16 apples",
            "camel.component.ark.max-response-size",
            "'16 apples' does not match data size pattern"),
        Arguments.of(
            "max-retries", "often", "camel.component.ark.max-retries", "Update your application"),
        Arguments.of(
            "paging", "pages", "camel.component.ark.paging", "The following values are valid"),
        Arguments.of("older-than", "7", "olderThan needs a unit", "7d"),
        Arguments.of("expiring-within", "24", "expiringWithin needs a unit", "h"),
        Arguments.of("cursor-lag", "2", "cursorLag needs a unit", "s"),
        Arguments.of("full-scan-interval", "24", "fullScanInterval needs a unit", "h"),
        Arguments.of("provider", "acme", "provider", "ark, azure, openai"),
        Arguments.of("filter", "#bean:absent", "filter", "absent"),
        Arguments.of(
            "http-options.proxyHots",
            "proxy.example.com",
            "http.proxyHots is not an option",
            "proxyHost"),
        Arguments.of(
            "api-key",
            "${ABSENT_KEY}",
            "camel.component.ark.api-key is a placeholder",
            "set the property or the environment variable that it names"),
        Arguments.of(
            "http-options.oauth2ClientSecret",
            "${ABSENT_SECRET}",
            "camel.component.ark.http-options.oauth2ClientSecret is a placeholder",
            "set the property or the environment variable that it names"),
        Arguments.of(
            "base-url",
            "https://gateway.example.com",
            "apiKey is missing: set it, as a property by camel.component.ark.api-key",
            "apiKey={{env:ARK_API_KEY}}"));
  }

  @Test
  void doesNotPrintTheValueOfAMisspeltKey(CapturedOutput output) {
    start("--camel.component.ark.apikeyy=a-secret");

    assertThat(output.toString())
        .contains("Did you mean camel.component.ark.api-key?")
        .doesNotContain("a-secret");
  }

  @ParameterizedTest
  @CsvSource({
    // refused before any route has started
    "ark:files?limit=1000, limit",
    // refused when the first route has started
    "direct:list, Multiple consumers"
  })
  void leavesNoThreadBehind(String lastRoute, String reason) {
    Set<Thread> before = camelThreads();

    try (ArkSimulator simulator = ArkSimulator.start()) {
      Throwable failure =
          start(
              "--camel.component.ark.base-url=" + simulator.baseUrl(SimulatedProvider.ARK),
              "--camel.component.ark.api-key=" + simulator.apiKey(SimulatedProvider.ARK),
              "--last.route=" + lastRoute);
      assertThat(failure).hasStackTraceContaining(reason);
    }

    assertThat(remaining(before)).isEmpty();
  }

  private static Throwable start(String... arguments) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    return catchThrowable(() -> application.run(arguments).close());
  }

  /** Not those of the JVM and of Spring, which come and go as they like. */
  private static Set<Thread> camelThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("Camel ("))
        .collect(Collectors.toSet());
  }

  /** Threads that are still there after they have had time to end. */
  private static Set<Thread> remaining(Set<Thread> before) {
    Set<Thread> remaining = camelThreads();
    remaining.removeAll(before);
    remaining.removeIf(FailedStartTest::ends);
    return remaining;
  }

  private static boolean ends(Thread thread) {
    try {
      thread.join(30_000);
      return !thread.isAlive();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {

    @Bean
    RoutesBuilder routes(Environment environment) {
      String lastRoute = environment.getProperty("last.route", "direct:last");
      return new RouteBuilder() {
        @Override
        public void configure() {
          from("ark:files?initialDelay=0&delay=10").startupOrder(1).to("log:came");
          from("direct:list").startupOrder(2).to("ark:files?operation=list");
          from(lastRoute).startupOrder(3).to("log:last");
        }
      };
    }
  }
}
