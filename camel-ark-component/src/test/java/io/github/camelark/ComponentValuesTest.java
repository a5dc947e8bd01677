// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of the component that come as text, as from the properties of Camel Main. */
class ComponentValuesTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "maxRetries, few",
    "max-retries, few",
    "maxretries, few",
    "requestsPerSecond, some",
    "maxResponseSize, 4MB",
    "callTimeout, ten parsecs"
  })
  void refusesATextThatCamelWouldMakeZeroOf(String option, String value) {
    assertThatThrownBy(() -> bind(option, value))
        .isInstanceOf(PropertyBindingException.class)
        .hasStackTraceContaining("must be a");
  }

  @Test
  void takesNumbersAndDurations() {
    bind("maxRetries", "7");
    bind("call-timeout", "90s");
    bind("requestsPerSecond", "0.5");

    ArkConfiguration configuration = component().getConfiguration();
    assertThat(configuration.getMaxRetries()).isEqualTo(7);
    assertThat(configuration.getCallTimeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(configuration.getRequestsPerSecond()).isEqualTo(0.5);
  }

  private void bind(String option, String value) {
    PropertyBindingSupport.build()
        .withCamelContext(context)
        .withTarget(component())
        .withConfigurer(component().getComponentPropertyConfigurer())
        .withProperty(option, value)
        .withMandatory(true)
        .withIgnoreCase(true)
        .bind();
  }
}
