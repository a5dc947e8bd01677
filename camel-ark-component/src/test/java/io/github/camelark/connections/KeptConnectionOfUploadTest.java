// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/**
 * A server that closes a kept connection just before it is used again. A retrieve would simply be
 * repeated; an upload that was lost on it could not be told from one that was executed.
 */
class KeptConnectionOfUploadTest extends RouteTestSupport {

  @Test
  void thatTheServerHasClosedIsNotUsedForAnUpload() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(KeptConnectionOfUploadTest::answerAndHangUp),
            ScriptedReply.of(200, "{\"id\":\"file-2\"}"))) {
      String options =
          "&apiKey=fake-key-1&allowPlainHttp=true&retryDelay=0&baseUrl=" + server.baseUrl();
      call("ark:files?operation=retrieve" + options, "file-1", Map.of());
      server.awaitNoConnection();

      ArkFile file =
          call(
                  "ark:files?operation=upload" + options,
                  "hello",
                  Map.of(Exchange.FILE_NAME, "hello.txt"))
              .getBody(ArkFile.class);

      assertThat(file.id()).isEqualTo("file-2");
      assertThat(server.journal()).hasSize(2);
    }
  }

  private static void answerAndHangUp(ScriptedConnection connection) throws IOException {
    String reply = "{\"id\":\"file-1\"}";
    connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + reply.length() + "\r\n\r\n" + reply);
    connection.close();
  }
}
