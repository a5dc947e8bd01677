// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Uploads over TLS, where what comes in between may be no more than a ticket of the session. */
class TlsUploadTest extends RouteTestSupport {

  private static final long HALF_A_GIGABYTE = 512L * 1024 * 1024;

  private final AtomicLong read = new AtomicLong();
  private volatile String head = "";

  @Test
  void arrivesWhole() throws Exception {
    byte[] content = new byte[3_000_000];

    Exchange exchange = upload(this::answerWhenAllIsThere, content);

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(ArkFile.class).id()).isEqualTo("file-1");
  }

  @Test
  void refusalThatComesMeanwhileEndsTheSending() throws Exception {
    Exchange exchange =
        upload(
            connection -> {
              connection.write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
              connection.awaitHangUp();
            },
            source());

    assertThat(exchange.getException(ArkRequestException.class)).hasMessageContaining("HTTP 413");
    assertThat(read.get()).isLessThan(HALF_A_GIGABYTE / 2);
  }

  @Test
  void refusalBeforeAHangUpIsHeard() throws Exception {
    Exchange exchange =
        upload(
            connection -> {
              connection.write(
                  "HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
              connection.close();
            },
            source());

    assertThat(exchange.getException()).isNotNull();
    assertThat(read.get()).isLessThan(HALF_A_GIGABYTE / 2);
  }

  @Test
  void hangUpEndsTheSendingAndNothingWasExecuted() throws Exception {
    Exchange exchange = upload(ScriptedConnection::reset, source());

    ArkUnavailableException failure = exchange.getException(ArkUnavailableException.class);
    assertThat(failure.mayHaveBeenExecuted()).isFalse();
    assertThat(read.get()).isLessThan(HALF_A_GIGABYTE / 2);
  }

  private Exchange upload(ScriptedConnection.Handler handler, Object body) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.startRaw(
            Tls.listen(Certificates.SERVER),
            connection -> {
              head = readHead(connection.socket().getInputStream());
              handler.handle(connection);
            })) {
      component().getConfiguration().setSslContextParameters(Tls.trusting(Certificates.TRUSTED));
      return send(
          "ark:files?operation=upload&apiKey=fake-key-1&maxRetries=0&baseUrl=https://127.0.0.1:"
              + server.port(),
          body,
          Map.of(Exchange.FILE_NAME, "a"));
    }
  }

  private InputStream source() {
    return new InputStream() {
      @Override
      public int read() {
        return read.getAndIncrement() < HALF_A_GIGABYTE ? 'a' : -1;
      }

      @Override
      public int read(byte[] buffer, int offset, int count) {
        return read.getAndAdd(count) < HALF_A_GIGABYTE ? count : -1;
      }
    };
  }

  private void answerWhenAllIsThere(ScriptedConnection connection) throws IOException {
    String length = head.replaceAll("(?si).*content-length: (\\d+).*", "$1");
    byte[] body = connection.socket().getInputStream().readNBytes(Integer.parseInt(length));
    assertThat(body).endsWith("--\r\n".getBytes(StandardCharsets.US_ASCII));
    String reply = "{\"id\":\"file-1\"}";
    connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + reply.length() + "\r\n\r\n" + reply);
  }

  private static String readHead(InputStream stream) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) stream.read());
    }
    return head.toString();
  }
}
