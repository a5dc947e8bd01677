// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that is lost before it is secure: nothing was sent, so every call is retried. */
class UnfinishedHandshakeTest extends TlsTestSupport {

  @ParameterizedTest
  @EnumSource(Call.class)
  void isRetriedWhenThePeerHangsUp(Call call) throws Exception {
    try (ScriptedServer server = ScriptedServer.startRaw(UnfinishedHandshakeTest::readARecord)) {
      connectTo("https://127.0.0.1:" + server.port());

      ArkUnavailableException failure = fail(ArkUnavailableException.class, call, "");

      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(failure).hasMessageContainingAll("no connection", "baseUrl");
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void isRetriedWhenThePeerResets(Call call) throws Exception {
    try (ScriptedServer server = ScriptedServer.startRaw(UnfinishedHandshakeTest::reset)) {
      connectTo("https://127.0.0.1:" + server.port());

      ArkUnavailableException failure = fail(ArkUnavailableException.class, call, "");

      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void isRetriedAfterConnectTimeout() throws Exception {
    try (ScriptedServer server = ScriptedServer.startRaw(ScriptedConnection::awaitHangUp)) {
      connectTo("https://127.0.0.1:" + server.port());

      ArkUnavailableException failure =
          fail(ArkUnavailableException.class, Call.DELETE, "&connectTimeout=500ms");

      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(failure).hasMessageContaining("no connection");
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void callTimeoutEndsADrippingHandshake() throws Exception {
    try (ScriptedServer server = ScriptedServer.startRaw(UnfinishedHandshakeTest::drip)) {
      connectTo("https://127.0.0.1:" + server.port());

      ArkUnavailableException failure =
          fail(ArkUnavailableException.class, Call.DELETE, "&callTimeout=500ms");

      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(failure).hasMessageContaining("callTimeout");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static void readARecord(ScriptedConnection connection) throws IOException {
    InputStream input = connection.socket().getInputStream();
    byte[] header = input.readNBytes(5);
    input.readNBytes(((header[3] & 0xff) << 8) + (header[4] & 0xff));
  }

  private static void reset(ScriptedConnection connection) throws IOException {
    readARecord(connection);
    connection.reset();
  }

  /** A handshake record that never ends. */
  private static void drip(ScriptedConnection connection) throws IOException {
    readARecord(connection);
    connection.write(new byte[] {22, 3, 3, 64, 0, 2, 0, 63, 64});
    connection.drip("\0");
  }
}
