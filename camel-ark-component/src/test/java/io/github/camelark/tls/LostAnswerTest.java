// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An answer that is lost on a secure connection is not a matter of trust, though Java may throw a
 * TLS exception for it: the call may have been executed, and is retried.
 */
class LostAnswerTest extends TlsTestSupport {

  private static final String HALF =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"id\":";

  /** How the server ends the connection, and what it has said before. */
  enum Ending {
    FAREWELL("", true, false),
    NO_FAREWELL("", false, false),
    RESET("", false, true),
    FAREWELL_IN_THE_BODY(HALF, true, false),
    NO_FAREWELL_IN_THE_BODY(HALF, false, false),
    RESET_IN_THE_BODY(HALF, false, true);

    private final String said;
    private final boolean farewell;
    private final boolean reset;

    Ending(String said, boolean farewell, boolean reset) {
      this.said = said;
      this.farewell = farewell;
      this.reset = reset;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRequestedAgain(Ending ending) throws Exception {
    try (ScriptedServer server = ScriptedServer.startRaw(connection -> end(connection, ending))) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));

      ArkUnavailableException failure = fail(ArkUnavailableException.class, Call.DELETE, "");

      assertThat(failure.mayHaveBeenExecuted()).isTrue();
      assertThat(failure).hasMessageContaining("the answer was lost");
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  /** Has TLS above the connection, which can still be ended below it. */
  private static void end(ScriptedConnection connection, Ending ending) throws IOException {
    SSLSocket socket = Tls.wrap(connection.socket(), Certificates.SERVER);
    HttpHead.read(socket.getInputStream());
    socket.getOutputStream().write(ending.said.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    if (ending.farewell) {
      socket.close();
    }
    if (ending.reset) {
      connection.reset();
    }
  }
}
