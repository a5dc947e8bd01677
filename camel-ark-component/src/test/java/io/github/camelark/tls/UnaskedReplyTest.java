// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Data that arrives on an idle secure connection cannot be the reply to its next call. */
class UnaskedReplyTest extends TlsTestSupport {

  private final CountDownLatch said = new CountDownLatch(1);

  @Test
  void isNotTheReplyToTheNextCall() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            Tls.listen(Certificates.SERVER), ScriptedReply.by(this::answerTwice))) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));

      succeed(Call.DELETE, "");
      said.await();
      succeed(Call.DELETE, "");

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void connectionIsKeptWithoutOne() throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.SERVER))) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));

      succeed(Call.DELETE, "");
      succeed(Call.DELETE, "");

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private void answerTwice(ScriptedConnection connection) throws IOException {
    connection.write(deleted("file-1"));
    connection.write(deleted("file-9"));
    said.countDown();
  }

  private static String deleted(String id) {
    String body = "{\"id\":\"" + id + "\",\"deleted\":true}";
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
