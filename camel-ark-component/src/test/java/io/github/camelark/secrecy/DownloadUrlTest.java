// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Files with a pre-signed address go through routes; {@link SecretWatch} looks whether anybody logs
 * it on the way.
 */
class DownloadUrlTest {

  private static final String FILE =
      "{\"object\":\"file\",\"id\":\"file-1\",\"filename\":\"a.pdf\",\"created_at\":1763552708,"
          + "\"status\":\"active\",\"download_url\":\"https://tos.example/f?sign=s3cret\"}";
  private static final String PAGE = "{\"object\":\"list\",\"data\":[" + FILE + "]}";

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  private final CamelContext context = new DefaultCamelContext();

  @BeforeEach
  void start() throws Exception {
    ArkSimulator simulator = SIMULATOR.simulator();
    ArkComponent ark = context.getComponent("ark", ArkComponent.class);
    ark.getConfiguration().setApiKey(simulator.apiKey(SimulatedProvider.ARK));
    ark.getConfiguration().setBaseUrl(simulator.baseUrl(SimulatedProvider.ARK));
    context.start();
  }

  @AfterEach
  void stop() throws Exception {
    context.close();
  }

  @Test
  void isInTheBodyButNotInItsText() {
    SIMULATOR.simulator().failNext(1, SimulatedFault.reply(200, "application/json", FILE));

    ArkFile file =
        context
            .createProducerTemplate()
            .requestBody("ark:files?operation=retrieve", "file-1", ArkFile.class);

    assertThat(file.downloadUrl()).contains("s3cret");
    assertThat(Secrets.in(file.toString())).isNull();
  }

  @Test
  void isNotInTheTextOfAPage() {
    SIMULATOR.simulator().failNext(1, SimulatedFault.reply(200, "application/json", PAGE));

    ArkFilePage page =
        context
            .createProducerTemplate()
            .requestBody("ark:files?operation=list", null, ArkFilePage.class);

    assertThat(page.data()).hasSize(1);
    assertThat(Secrets.in(page.toString())).isNull();
  }

  @Test
  void isNotLoggedByTheConsumerNorByARouteThatFails() throws Exception {
    SIMULATOR.simulator().failNext(1, SimulatedFault.reply(200, "application/json", PAGE));
    MockEndpoint failed = context.getEndpoint("mock:failed", MockEndpoint.class);
    failed.expectedMessageCount(1);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(IllegalStateException.class).to("mock:failed");
            from("ark:files?initialDelay=0&delay=1h&repeatCount=1")
                .setHeader("file", body())
                .throwException(IllegalStateException.class, "no");
          }
        });

    failed.assertIsSatisfied();
  }
}
