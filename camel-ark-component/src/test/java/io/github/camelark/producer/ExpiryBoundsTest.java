// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.ArkSimulator;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shortest and the longest time that ark keeps a file. Its expiry is a time by our clock, which
 * the service compares with its own when the upload has arrived.
 */
class ExpiryBoundsTest {

  @ParameterizedTest(name = "{0}, service {1} minutes ahead")
  @CsvSource({"1d, 0", "1d, 30", "1d, -30", "30d, 0", "30d, 30", "30d, -30"})
  void isAcceptedThoughTheUploadTakesTimeAndClocksDiffer(String expireAfter, int minutes)
      throws Exception {
    Clock serviceClock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
    try (ArkSimulator simulator = ArkSimulator.builder().clock(serviceClock).build();
        CamelContext context = new DefaultCamelContext()) {
      ArkComponent ark = context.getComponent("ark", ArkComponent.class);
      ark.getConfiguration().setBaseUrl(simulator.baseUrl(ARK));
      ark.getConfiguration().setApiKey(simulator.apiKey(ARK));
      context.start();

      ArkFile file =
          context
              .createProducerTemplate()
              .requestBodyAndHeader(
                  "ark:files?operation=upload&expireAfter=" + expireAfter,
                  "hello",
                  Exchange.FILE_NAME,
                  "hello.txt",
                  ArkFile.class);

      assertThat(simulator.hasFile(ARK, file.id())).isTrue();
    }
  }
}
