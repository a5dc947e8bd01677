// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkInternals;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.transport.FakeTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy answers to CONNECT is never the API's answer: no request has been sent. */
class FailingProxyTest extends TlsTestSupport {

  private static final String NOT_FOUND =
      "{\"error\":{\"code\":\"NotFound\",\"message\":\"no such file\"}}";

  private static final String CHALLENGE_WITH_ENDLESS_BODY =
      "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
          + "Content-Length: 1000000\r\n\r\n";

  /** The proxy's answer, the outcome, and the number of attempts. */
  enum Answer {
    BAD_GATEWAY(reply("502 Bad Gateway", ""), ArkUnavailableException.class, 3, "HTTP 502"),
    UNAVAILABLE(reply("503 Unavailable", "busy"), ArkUnavailableException.class, 3, "HTTP 503"),
    TIMEOUT(reply("504 Timeout", "<html>"), ArkUnavailableException.class, 3, "HTTP 504"),
    FORBIDDEN(reply("403 Forbidden", ""), ArkProtocolException.class, 1, "http.proxyHost"),
    /** With ignoreMissing=true the API's own answer would be a success. */
    NOT_FOUND(
        reply("404 Not Found", FailingProxyTest.NOT_FOUND),
        ArkProtocolException.class,
        1,
        "http.proxyHost"),
    UNAUTHORIZED(reply("401 Unauthorized", ""), ArkProtocolException.class, 1, "http.proxyHost"),
    REDIRECT(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        ArkProtocolException.class,
        1,
        "http.proxyHost"),
    GIBBERISH("SSH-2.0-OpenSSH_9\r\n\r\n", ArkProtocolException.class, 1, "http.proxyHost"),
    NOTHING("", ArkUnavailableException.class, 3, "no connection"),
    HALF_A_HEAD("HTTP/1.1 200 OK\r\n", ArkUnavailableException.class, 3, "no connection");

    private final String reply;
    private final Class<? extends ArkException> outcome;
    private final int attempts;
    private final String text;

    Answer(String reply, Class<? extends ArkException> outcome, int attempts, String text) {
      this.reply = reply;
      this.outcome = outcome;
      this.attempts = attempts;
      this.text = text;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isDistinguishedFromTheService(Answer answer) throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start(ScriptedReply.raw(answer.reply))) {
      connectThrough(proxy);

      ArkException failure = fail(answer.outcome, Call.DELETE, "");

      assertThat(failure).hasMessageContaining(answer.text);
      assertThat(failure.status()).isZero();
      assertThat(mayHaveBeenExecuted(failure)).isFalse();
      assertThat(proxy.connections()).isEqualTo(answer.attempts);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isDistinguishedFromTheServiceByEveryCall(Call call) throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start(ScriptedReply.raw(Answer.BAD_GATEWAY.reply))) {
      connectThrough(proxy);

      ArkUnavailableException failure = fail(ArkUnavailableException.class, call, "");

      assertThat(failure).hasMessageContaining("the proxy answers HTTP 502");
      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(proxy.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRetriedWhenDown(Call call) throws Exception {
    FakeTime time = new FakeTime();
    context.addComponent("ark", ArkInternals.component(time));
    try (Socket down = new Socket()) {
      // bound but not listening: no other process gets the port, and connections are refused
      down.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      connectThrough(down.getLocalPort());

      ArkUnavailableException failure = fail(ArkUnavailableException.class, call, "");

      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(failure).hasMessageContaining("127.0.0.1:" + down.getLocalPort());
      assertThat(time.sleeps()).as("waits between three attempts").hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRetriedAfterAReset(Call call) throws Exception {
    try (ScriptedServer proxy = ScriptedServer.startRaw(ScriptedConnection::reset)) {
      connectThrough(proxy);

      ArkUnavailableException failure = fail(ArkUnavailableException.class, call, "&maxRetries=2");

      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(proxy.connections()).isEqualTo(3);
    }
  }

  @Test
  void isRetriedWhenSilent() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.startRaw(ScriptedConnection::awaitHangUp)) {
      connectThrough(proxy);

      ArkUnavailableException failure =
          fail(ArkUnavailableException.class, Call.DELETE, "&responseTimeout=50ms");

      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(proxy.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Endless: ", CHALLENGE_WITH_ENDLESS_BODY})
  void callTimeoutEndsAnEndlessAnswer(String start) throws Exception {
    try (ScriptedServer proxy =
        ScriptedServer.start(ScriptedReply.by(client -> drip(client, start)))) {
      connectThrough(proxy);

      ArkUnavailableException failure =
          fail(ArkUnavailableException.class, Call.DELETE, "&callTimeout=500ms");

      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(failure).hasMessageContaining("callTimeout");
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @Test
  void endlessRefusalIsNotReadToTheEnd() throws Exception {
    String start = "HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n";
    try (ScriptedServer proxy =
        ScriptedServer.start(ScriptedReply.by(client -> flood(client, start)))) {
      connectThrough(proxy);

      ArkUnavailableException failure = fail(ArkUnavailableException.class, Call.DELETE, "");

      assertThat(failure).hasMessageContaining("HTTP 502");
      assertThat(proxy.connections()).isEqualTo(3);
    }
  }

  private void connectThrough(ScriptedServer proxy) {
    connectThrough(proxy.port());
  }

  private void connectThrough(int port) {
    connectTo("https://127.0.0.1:1")
        .setHttpOptions(
            Map.of(
                "proxyHost",
                "127.0.0.1",
                "proxyPort",
                port,
                "proxyAuthUsername",
                "user",
                "proxyAuthPassword",
                "fake-password"));
  }

  private static String reply(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static void drip(ScriptedConnection connection, String start) throws IOException {
    connection.write(start);
    connection.drip(" ");
  }

  /** As fast as it can, until the client hangs up. */
  private static void flood(ScriptedConnection connection, String start) throws IOException {
    connection.write(start);
    while (true) {
      connection.write(new byte[1024]);
    }
  }

  private static boolean mayHaveBeenExecuted(ArkException failure) {
    return failure instanceof ArkUnavailableException unavailable
        && unavailable.mayHaveBeenExecuted();
  }
}
