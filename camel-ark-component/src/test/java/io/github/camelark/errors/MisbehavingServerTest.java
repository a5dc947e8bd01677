// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.secrecy.PrintedException;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What peers do that has no row in the tables of {@code faults}. */
@Timeout(60)
class MisbehavingServerTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String SHORT_CALL = "callTimeout=1s&responseTimeout=50s";

  private CamelContext context;

  @BeforeEach
  void startCamel() {
    context = new DefaultCamelContext();
    context.start();
  }

  @AfterEach
  void stopCamel() throws Exception {
    context.close();
  }

  @Test
  void endsACallWhoseErrorDrips() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(
                connection -> {
                  connection.write("HTTP/1.1 400 Bad\r\nContent-Length: 1000000\r\n\r\n");
                  connection.drip(" ");
                }))) {

      ArkException failure = list(server.baseUrl(), SHORT_CALL);

      assertThat(failure)
          .isExactlyInstanceOf(ArkUnavailableException.class)
          .hasMessageContaining("callTimeout");
      assertThat(((ArkUnavailableException) failure).mayHaveBeenExecuted()).isFalse();
      server.awaitNoConnection();
    }
  }

  @Test
  void acceptsAReplyOfExactlyMaxResponseSize() throws Exception {
    String body = "{\"data\":[]}" + " ".repeat(89);
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.raw(OK + "Content-Length: 100\r\n\r\n" + body))) {

      assertThat(list(server.baseUrl(), "maxResponseSize=100")).isNull();
      assertThat(list(server.baseUrl(), "maxResponseSize=99"))
          .isExactlyInstanceOf(ArkProtocolException.class);
    }
  }

  @Test
  void discardsASurplusReply() throws Exception {
    String twoReplies =
        OK
            + "Content-Length: 30\r\n\r\n{\"id\":\"file-1\",\"deleted\":true}"
            + OK
            + "Content-Length: 2\r\n\r\n{}";
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.raw(twoReplies), ScriptedReply.of(409, ""))) {

      ArkException first = call(server.baseUrl(), "operation=delete&fileId=file-1");
      ArkException second = call(server.baseUrl(), "operation=delete&fileId=file-2");

      assertThat(first).isNull();
      assertThat(second.status()).isEqualTo(409);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK the-secret-key\r\nno colon the-secret-key\r\n\r\n",
        "HTTP/the-secret-key\r\n\r\n",
        "HTTP/9.9 200 the-secret-key\r\n\r\n",
        "HTTP/1.1 the-secret-key\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: the-secret-key\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: the-secret-key\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nthe-secret-key\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: the-secret-key\r\nContent-Length: 2\r\n\r\n{}",
      })
  void doesNotPrintAKeyThatGibberishRepeats(String reply) throws Exception {
    try (CapturedLog log = CapturedLog.ofEverything();
        ScriptedServer server = ScriptedServer.start(ScriptedReply.raw(reply))) {

      ArkException failure = list(server.baseUrl(), "maxRetries=0");

      assertThat(PrintedException.of(failure)).doesNotContain("the-secret-key");
      assertThat(log.text()).doesNotContain("the-secret-key");
    }
  }

  private ArkException list(String baseUrl, String options) {
    return call(baseUrl, "operation=list&" + options);
  }

  private ArkException call(String baseUrl, String options) {
    String uri = "ark:files?provider=ark&baseUrl=%s&retryDelay=0&%s".formatted(baseUrl, options);
    ArkConfiguration configuration =
        context.getComponent("ark", ArkComponent.class).getConfiguration();
    configuration.setBaseUrl(baseUrl);
    configuration.setApiKey("the-secret-key");
    return context
        .createProducerTemplate()
        .send(uri, ExchangeBuilder.anExchange(context).build())
        .getException(ArkException.class);
  }
}
