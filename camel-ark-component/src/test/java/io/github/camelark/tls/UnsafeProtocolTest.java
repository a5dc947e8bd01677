// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A peer without safe TLS is called once, and is told nothing. The JDK does not speak TLS 1.0 any
 * more, so the first message of such a server is written out here: what comes after it does not
 * matter, since the client must not go on.
 */
class UnsafeProtocolTest extends TlsTestSupport {

  /** What the peer answers to the client's first message. */
  enum Answer {
    /**
     * How a server chooses the highest version that it knows: a record that holds a ServerHello
     * (RFC 2246, 7.4.1.3) with the version 3.1, which is TLS 1.0, and one of the ciphers that the
     * client offers for TLS 1.2 and that TLS 1.0 has too.
     */
    TLS_1_0("160301002a02000026" + "0301" + "5a".repeat(32) + "00" + "c013" + "00", "TLS10"),
    TLS_1_1("160302002a02000026" + "0302" + "5a".repeat(32) + "00" + "c013" + "00", "TLS11"),
    /** How a server refuses that knows no version of the client's: an alert, protocol_version. */
    NO_COMMON_VERSION("15030100020246", "protocol_version"),
    PLAIN_HTTP(
        HexFormat.of().formatHex("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
        "Unsupported or unrecognized SSL message");

    private final byte[] bytes;
    private final String reason;

    Answer(String hex, String reason) {
      this.bytes = HexFormat.of().parseHex(hex);
      this.reason = reason;
    }
  }

  private final CompletableFuture<byte[]> heard = new CompletableFuture<>();

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyCallAgainstEveryAnswer")
  void isRefused(Answer answer, Call call) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.startRaw(connection -> answer(connection, answer))) {
      connectTo("https://127.0.0.1:" + server.port());

      ArkException failure = fail(ArkProtocolException.class, call, "");

      assertThat(failure)
          .hasMessageContainingAll(
              "no secure connection", answer.reason, "baseUrl", "sslContextParameters");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(heard()).doesNotContain(KEY).doesNotContain("HTTP");
    }
  }

  static Stream<Arguments> everyCallAgainstEveryAnswer() {
    return withEveryCall((Object[]) Answer.values());
  }

  /** The client sends an alert instead of just hanging up. */
  @ParameterizedTest
  @EnumSource(names = {"TLS_1_0", "TLS_1_1"})
  void serverIsToldThatItsVersionIsRefused(Answer answer) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.startRaw(connection -> answer(connection, answer))) {
      connectTo("https://127.0.0.1:" + server.port());

      fail(ArkProtocolException.class, Call.LIST, "");

      byte[] last = Arrays.copyOfRange(bytesHeard(), bytesHeard().length - 2, bytesHeard().length);
      assertThat(last).as("fatal alert, protocol_version").containsExactly(2, 70);
    }
  }

  @Test
  void routeSetsTheProtocol() throws Exception {
    SSLServerSocket listener = Tls.listen(Certificates.SERVER, "TLSv1.2");
    try (ScriptedServer server = OneFileApi.start(listener)) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.speaking("TLSv1.3"));

      ArkException failure = fail(ArkProtocolException.class, Call.DELETE, "");

      assertThat(failure).hasMessageContainingAll("protocol_version", "sslContextParameters");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.heads()).isEmpty();
    }
  }

  /** Answers the first record and listens until the client hangs up. */
  private void answer(ScriptedConnection connection, Answer answer) throws IOException {
    InputStream input = connection.socket().getInputStream();
    byte[] header = input.readNBytes(5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(header);
    bytes.writeBytes(input.readNBytes(((header[3] & 0xff) << 8) + (header[4] & 0xff)));
    connection.write(answer.bytes);
    bytes.writeBytes(input.readAllBytes());
    heard.complete(bytes.toByteArray());
  }

  private byte[] bytesHeard() throws Exception {
    return heard.get(30, TimeUnit.SECONDS);
  }

  private String heard() throws Exception {
    return new String(bytesHeard(), StandardCharsets.ISO_8859_1);
  }
}
