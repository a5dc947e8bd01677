// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestIdHeaderTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({"ARK, X-Request-Id", "AZURE, apim-request-id", "OPENAI, x-request-id"})
  void comesFromTheServer(SimulatedProvider provider, String header) {
    simulator().failNext(1, emptyList().withHeader(header, "server-42"));

    Message answer = call(uri(provider, "files?operation=list"));

    assertThat(answer.getHeader("CamelArkRequestId")).isEqualTo("server-42");
  }

  @Test
  void prefersTheIdOfTheServiceToThatOfTheGateway() {
    simulator()
        .failNext(
            1,
            emptyList()
                .withHeader("apim-request-id", "gateway")
                .withHeader("x-request-id", "service"));

    Message answer = call(ark("files?operation=list"));

    assertThat(answer.getHeader("CamelArkRequestId")).isEqualTo("service");
  }

  @Test
  void isTheSentIdIfTheServerReturnsNone() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{\"data\":[]}"))) {
      Message answer =
          call("ark:files?operation=list&apiKey=fake-key&baseUrl=" + server.baseUrl() + "/api/v3");

      assertThat(answer.getHeader("CamelArkRequestId"))
          .isNotNull()
          .isEqualTo(server.journal().get(0).header("X-Client-Request-Id"));
    }
  }

  @Test
  void differsForEachCall() {
    Message first = call(ark("files?operation=list"));
    Message second = call(ark("files?operation=list"));

    assertThat(simulator().journal())
        .extracting(request -> request.header("X-Client-Request-Id"))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(first.getHeader("CamelArkRequestId"))
        .isNotEqualTo(second.getHeader("CamelArkRequestId"));
  }

  @Test
  void isThatOfTheLastRequestOfAWholeList() {
    simulator().addFiles(ARK, 3);

    Message answer = call(ark("files?operation=list&paging=all&limit=2"));

    assertThat(simulator().journal()).hasSize(2);
    assertThat(answer.getHeader("CamelArkRequestId")).isInstanceOf(String.class);
  }

  private static SimulatedFault emptyList() {
    return SimulatedFault.reply(200, "application/json", "{\"object\":\"list\",\"data\":[]}");
  }
}
