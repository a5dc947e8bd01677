// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void repliesComeInTurnAndTheLastRepeats() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.of(502, "first"), ScriptedReply.of(404, "last"))) {
      assertThat(get(server, "/files").body()).isEqualTo("first");
      assertThat(get(server, "/files").body()).isEqualTo("last");
      assertThat(get(server, "/files").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void repeatedReplyIsGivenTwice() throws Exception {
    ScriptedReply busy = ScriptedReply.of(503, "busy");
    try (ScriptedServer server = ScriptedServer.start(busy, busy, ScriptedReply.of(200, "done"))) {
      assertThat(get(server, "/").body()).isEqualTo("busy");
      assertThat(get(server, "/").body()).isEqualTo("busy");
      assertThat(get(server, "/").body()).isEqualTo("done");
    }
  }

  @Test
  void conditionsPickTheReply() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.of(200, "first page").when("GET /files without after"),
            ScriptedReply.of(200, "after f1").when("GET after=f1"),
            ScriptedReply.of(200, "after another").when("GET after"),
            ScriptedReply.of(200, "deleted").when("DELETE /files/f1"))) {
      assertThat(get(server, "/files?limit=1").body()).isEqualTo("first page");
      assertThat(get(server, "/files?limit=1&after=f1").body()).isEqualTo("after f1");
      assertThat(get(server, "/files?after=f10").body()).isEqualTo("after another");
      assertThat(send(server, "DELETE", "/files/f1").body()).isEqualTo("deleted");
    }
  }

  @Test
  void requestWithoutAMatchingReplyGets500() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{}").when("GET"))) {
      HttpResponse<String> reply = send(server, "DELETE", "/files/f1");

      assertThat(reply.statusCode()).isEqualTo(500);
      assertThat(reply.body()).isEqualTo("no reply of the script fits DELETE /files/f1");
    }
  }

  @Test
  void headersAreSentAsGiven() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.of(429, "").withHeader("retry-after-ms", "700"),
            ScriptedReply.of(200, "<html>")
                .withHeader("Content-Type", "text/html")
                .withHeader("X-Twice", "a")
                .withHeader("X-Twice", "b"))) {
      assertThat(get(server, "/").headers().firstValue("retry-after-ms")).contains("700");
      HttpResponse<String> page = get(server, "/");
      assertThat(page.headers().allValues("Content-Type")).containsExactly("text/html");
      assertThat(page.headers().allValues("X-Twice")).containsExactly("a", "b");
    }
  }

  @Test
  void bodyIsJsonByDefault() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{}"))) {
      assertThat(get(server, "/").headers().firstValue("Content-Type"))
          .contains("application/json");
    }
  }

  @Test
  void replyWithoutContentHasNone() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.of(204, ""), ScriptedReply.of(200, "next"))) {
      assertThat(send(server, "DELETE", "/files/f1").statusCode()).isEqualTo(204);
      assertThat(get(server, "/").body()).isEqualTo("next");
    }
  }

  @Test
  void rawBytesNeedNotBeHttp() {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.raw("220 mail ready\r\n".getBytes(UTF_8)))) {
      assertThatThrownBy(() -> get(server, "/")).isInstanceOf(IOException.class);
      assertThat(server.journal().get(0).status()).isZero();
    }
  }

  @Test
  void rawTextCanBeAReply() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\u00e4"))) {
      assertThat(get(server, "/").body()).isEqualTo("\u00e4");
    }
  }

  @Test
  void handlerWritesAReplyAndKeepsTheConnection() throws Exception {
    ScriptedReply handled =
        ScriptedReply.by(
            connection -> {
              String first = connection.head().lines().findFirst().orElseThrow();
              connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + first.length());
              connection.pause();
              connection.write("\r\n\r\n" + first);
            });
    try (ScriptedServer server = ScriptedServer.start(handled.when("GET"))) {
      assertThat(get(server, "/a").body()).isEqualTo("GET /a HTTP/1.1");
      assertThat(get(server, "/b").body()).isEqualTo("GET /b HTTP/1.1");
      assertThat(send(server, "DELETE", "/c").statusCode()).isEqualTo(500);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.journal()).extracting(RecordedRequest::status).containsExactly(0, 0, 500);
    }
  }

  @Test
  void handlerCanWaitUntilTheClientHangsUp() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    ScriptedReply silence =
        ScriptedReply.by(
            connection -> {
              connection.awaitHangUp();
              hungUp.countDown();
            });
    try (ScriptedServer server = ScriptedServer.start(silence);
        Socket client = connect(server)) {
      client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
      client.shutdownOutput();

      assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void drippingEndsWhenTheClientHangsUp() throws Exception {
    try (ScriptedServer server = ScriptedServer.startRaw(connection -> connection.drip("ab"))) {
      try (Socket client = connect(server)) {
        assertThat(client.getInputStream().readNBytes(3)).asString(UTF_8).isEqualTo("aba");
      }

      server.awaitNoConnection();
    }
  }

  @Test
  void resetConnectionIsNotAnEnd() throws Exception {
    try (ScriptedServer server = ScriptedServer.startRaw(ScriptedConnection::reset);
        Socket client = connect(server)) {
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void connectionsAreCountedThoughTheirClientsHaveGone() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{}"))) {
      for (int i = 0; i < 20; i++) {
        connect(server).close();
      }

      assertThat(server.connections()).isEqualTo(20);
      assertThat(server.connections()).isEqualTo(20);
      assertThat(server.journal()).isEmpty();
    }
  }

  @Test
  void connectionsAreKnownAfterTheEnd() throws Exception {
    ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{}"));
    connect(server).close();
    server.connections();
    server.close();

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void headsShowTheKeys() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{}"))) {
      send(request(server, "/files").header("Authorization", "Bearer fake-key"));

      assertThat(server.heads())
          .singleElement()
          .asString()
          .startsWith("GET /files HTTP/1.1\r\n")
          .contains("\r\nAuthorization: Bearer fake-key\r\n")
          .endsWith("\r\n\r\n");
    }
  }

  @Test
  void unfinishedRequestIsNotAnswered() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{}"));
        Socket client = connect(server)) {
      client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n".getBytes(UTF_8));
      client.shutdownOutput();

      assertThat(client.getInputStream().readAllBytes()).isEmpty();
      assertThat(server.journal()).isEmpty();
    }
  }

  @Test
  void socketOfTheCallerCanUseTls() throws Exception {
    SSLServerSocket listener =
        (SSLServerSocket)
            SSLServerSocketFactory.getDefault()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    try (ScriptedServer server = ScriptedServer.start(listener, ScriptedReply.of(200, "{}"))) {
      assertThat(server.baseUrl()).isEqualTo("https://127.0.0.1:" + listener.getLocalPort());
      assertThatThrownBy(() -> get(server, "/")).isInstanceOf(SSLException.class);
    }
    assertThat(listener.isClosed()).isTrue();
  }

  @Test
  void bodyShorterThanItsLengthEndsWithTheConnection() {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.of(200, "half").withHeader("Content-Length", "8"))) {
      assertThatThrownBy(() -> get(server, "/")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void bodyOfARequestIsSkipped() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.of(201, "stored"), ScriptedReply.of(200, "next"))) {
      HttpRequest.Builder known = request(server, "/files").POST(BodyPublishers.ofString("a\n\nb"));
      HttpRequest.Builder chunked =
          request(server, "/files")
              .POST(
                  BodyPublishers.fromPublisher(BodyPublishers.ofString("GET / HTTP/1.1\r\n\r\n")));

      assertThat(send(known).body()).isEqualTo("stored");
      assertThat(send(chunked).body()).isEqualTo("next");
      assertThat(get(server, "/last").body()).isEqualTo("next");
      assertThat(server.journal())
          .extracting(RecordedRequest::path)
          .containsExactly("/files", "/files", "/last");
    }
  }

  @Test
  void journalShowsWhatWasSentButNoKey() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{}"))) {
      send(request(server, "/files/a%2Fb?after=f1").header("Authorization", "Bearer fake-key"));

      RecordedRequest request = server.journal().get(0);
      assertThat(request.method()).isEqualTo("GET");
      assertThat(request.path()).isEqualTo("/files/a%2Fb");
      assertThat(request.query()).isEqualTo("after=f1");
      assertThat(request.header("authorization")).isEqualTo("Bearer ***");
      assertThat(request.status()).isEqualTo(200);
    }
  }

  @Test
  void scriptWithoutRepliesIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(ScriptedServer::start);
  }

  private static Socket connect(ScriptedServer server) throws IOException {
    return new Socket("127.0.0.1", server.port());
  }

  private static HttpResponse<String> get(ScriptedServer server, String target) throws Exception {
    return send(server, "GET", target);
  }

  private static HttpResponse<String> send(ScriptedServer server, String method, String target)
      throws Exception {
    return send(request(server, target).method(method, BodyPublishers.noBody()));
  }

  private static HttpRequest.Builder request(ScriptedServer server, String target) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + target));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
