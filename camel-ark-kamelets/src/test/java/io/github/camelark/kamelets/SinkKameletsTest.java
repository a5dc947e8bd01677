// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinkKameletsTest extends KameletTestSupport {

  @ParameterizedTest
  @EnumSource
  void deletesTheFileOfTheHeader(SimulatedProvider provider) throws Exception {
    SimulatedFile file = simulator().addFile(provider);
    start("ark-file-delete-sink", provider);

    Exchange exchange = send("some text", Map.of("CamelArkFileId", file.id()));

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().hasFile(provider, file.id())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"ARK", "OPENAI"})
  void deletesTheResponseOfTheBody(SimulatedProvider provider) throws Exception {
    String response = simulator().addResponse(provider);
    start("ark-response-delete-sink", provider);

    Exchange exchange = send(response);

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().hasResponse(provider, response)).isFalse();
  }

  @Test
  void deletesTheResponseOfTheHeaderOnAzureWithAPreviewVersion() throws Exception {
    String response = simulator().addResponse(SimulatedProvider.AZURE);
    set("ark-response-delete-sink", "apiVersion", "2025-03-01-preview");
    start("ark-response-delete-sink", SimulatedProvider.AZURE);

    send("some text", Map.of("CamelArkResponseId", response));

    assertThat(simulator().hasResponse(SimulatedProvider.AZURE, response)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ark-file-delete-sink", "ark-response-delete-sink"})
  void succeedsIfAMessageComesASecondTime(String sink) throws Exception {
    start(sink, SimulatedProvider.ARK);

    Exchange exchange = send("gone");

    assertThat(exchange.getException()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"ark-file-delete-sink, file file-1", "ark-response-delete-sink, response file-1"})
  void failsIfTheServiceRefusesToDelete(String sink, String what) throws Exception {
    String refusal = "{\"id\":\"file-1\",\"deleted\":false}";
    simulator().failNext(1, SimulatedFault.reply(200, "application/json", refusal));
    start(sink, SimulatedProvider.ARK);

    Exchange exchange = send("file-1");

    assertThat(exchange.getException()).hasMessageContaining("refused to delete the " + what);
  }
}
