// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that drip, never end, never answer, hang up, or speak something else than HTTP. */
@Timeout(60)
class MisbehavingServerTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String SHORT_CALL = "callTimeout=300ms&responseTimeout=50s";
  private static final long MEGABYTE = 1024 * 1024;

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
  void endsACallWhoseHeadDrips() throws Exception {
    try (RawServer server =
        RawServer.start((socket, head) -> RawServer.dripForEver(socket, "HTTP/1.1 200 OKOKOK"))) {

      ArkException failure = list(server.baseUrl(), SHORT_CALL);

      assertIsOverdue(failure);
      server.awaitEndOfConversations();
    }
  }

  @Test
  void endsACallWhoseBodyDrips() throws Exception {
    try (RawServer server =
        RawServer.start(
            (socket, head) -> {
              RawServer.write(socket, OK + "Content-Length: 1000000\r\n\r\n");
              RawServer.dripForEver(socket, " ");
            })) {

      ArkException failure = list(server.baseUrl(), SHORT_CALL);

      assertIsOverdue(failure);
      server.awaitEndOfConversations();
    }
  }

  @Test
  void endsACallWhoseErrorDrips() throws Exception {
    try (RawServer server =
        RawServer.start(
            (socket, head) -> {
              RawServer.write(socket, "HTTP/1.1 400 Bad\r\nContent-Length: 1000000\r\n\r\n");
              RawServer.dripForEver(socket, " ");
            })) {

      ArkException failure = list(server.baseUrl(), SHORT_CALL);

      assertThat(failure)
          .isExactlyInstanceOf(ArkUnavailableException.class)
          .hasMessageContaining("callTimeout");
      assertThat(((ArkUnavailableException) failure).mayHaveBeenCarriedOut()).isFalse();
      server.awaitEndOfConversations();
    }
  }

  @Test
  void endsACallThatIsNeverAnswered() throws Exception {
    try (RawServer server = RawServer.start((socket, head) -> waitForHangUp(socket))) {

      ArkException failure = list(server.baseUrl(), SHORT_CALL);

      assertIsOverdue(failure);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void triesAgainAfterASilenceOnTheSocket() throws Exception {
    try (RawServer server = RawServer.start((socket, head) -> waitForHangUp(socket))) {

      ArkException failure = list(server.baseUrl(), "callTimeout=50s&responseTimeout=100ms");

      assertThat(failure).isInstanceOf(ArkUnavailableException.class);
      assertThat(((ArkUnavailableException) failure).mayHaveBeenCarriedOut()).isTrue();
      assertThat(server.heads()).hasSize(3);
    }
  }

  @Test
  void readsNoMoreOfAnEndlessReplyThanMaxResponseSize() throws Exception {
    AtomicLong written = new AtomicLong();
    try (RawServer server =
        RawServer.start(
            (socket, head) -> {
              RawServer.write(socket, OK + "Connection: close\r\n\r\n");
              writeSpaces(socket, written);
            })) {

      ArkException failure = list(server.baseUrl(), "maxResponseSize=100000");

      assertThat(failure)
          .isExactlyInstanceOf(ArkProtocolException.class)
          .hasMessageContaining("maxResponseSize");
      server.awaitEndOfConversations();
      assertThat(server.heads()).hasSize(1);
      assertThat(written.get()).isLessThan(40 * MEGABYTE);
    }
  }

  @Test
  void refusesAReplyThatAnnouncesTooMuch() throws Exception {
    AtomicLong written = new AtomicLong();
    try (RawServer server =
        RawServer.start(
            (socket, head) -> {
              RawServer.write(socket, OK + "Content-Length: 5000000000\r\n\r\n");
              writeSpaces(socket, written);
            })) {

      ArkException failure = list(server.baseUrl(), "maxResponseSize=100000");

      assertThat(failure)
          .isExactlyInstanceOf(ArkProtocolException.class)
          .hasMessageContaining("maxResponseSize");
      server.awaitEndOfConversations();
      assertThat(written.get()).isLessThan(40 * MEGABYTE);
    }
  }

  @Test
  void takesAReplyOfExactlyMaxResponseSize() throws Exception {
    String body = "{\"data\":[]}" + " ".repeat(89);
    try (RawServer server = RawServer.answering(OK + "Content-Length: 100\r\n\r\n" + body)) {

      assertThat(list(server.baseUrl(), "maxResponseSize=100")).isNull();
      assertThat(list(server.baseUrl(), "maxResponseSize=99"))
          .isExactlyInstanceOf(ArkProtocolException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 52428800", "Connection: close"})
  void readsOnlyTheStartOfAnErrorOf50Megabytes(String header) throws Exception {
    AtomicLong written = new AtomicLong();
    try (RawServer server =
        RawServer.start(
            (socket, head) -> {
              RawServer.write(socket, "HTTP/1.1 400 Bad\r\n" + header + "\r\n\r\n");
              RawServer.write(socket, "something is wrong ");
              writeSpaces(socket, written);
            })) {

      ArkException failure = list(server.baseUrl(), "maxResponseSize=1000000");

      assertThat(failure).isExactlyInstanceOf(ArkRequestException.class);
      assertThat(failure.status()).isEqualTo(400);
      assertThat(failure.body()).startsWith("something is wrong");
      assertThat(failure.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
      server.awaitEndOfConversations();
      assertThat(written.get()).isLessThan(40 * MEGABYTE);
    }
  }

  @Test
  void triesAgainIfNobodyListens() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }

    ArkException failure = list("http://127.0.0.1:" + port, "maxRetries=1");

    assertThat(failure)
        .isExactlyInstanceOf(ArkUnavailableException.class)
        .hasMessageContaining("no connection");
    assertThat(failure.status()).isZero();
    assertThat(((ArkUnavailableException) failure).mayHaveBeenCarriedOut()).isFalse();
  }

  @Test
  void takesAResetForALostAnswer() throws Exception {
    try (RawServer server = RawServer.start((socket, head) -> socket.setSoLinger(true, 0))) {

      ArkException failure = list(server.baseUrl(), "maxRetries=1");

      assertThat(failure).isExactlyInstanceOf(ArkUnavailableException.class);
      assertThat(((ArkUnavailableException) failure).mayHaveBeenCarriedOut()).isTrue();
      assertThat(server.heads()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"d",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dat",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dat\r\n",
      })
  void takesABodyCutShortForALostAnswer(String reply) throws Exception {
    try (RawServer server = RawServer.answering(reply)) {

      ArkException failure = list(server.baseUrl(), "maxRetries=1");

      assertThat(failure).isExactlyInstanceOf(ArkUnavailableException.class);
      assertThat(((ArkUnavailableException) failure).mayHaveBeenCarriedOut()).isTrue();
      assertThat(server.heads()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP",
        "HTTP/1.1 2",
        "HTTP/1.1 204 No Content",
        "HTTP/1.1 204 No Content\r\n",
        "HTTP/1.1 200 OK\r\nContent-Ty",
        "HTTP/1.1 200 OK\r\nContent-Type: appli",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
      })
  void takesAHeadCutShortForALostAnswer(String reply) throws Exception {
    try (RawServer server = RawServer.answering(reply)) {

      ArkException failure = call(server.baseUrl(), "operation=delete&fileId=f&maxRetries=1");

      assertThat(failure).isExactlyInstanceOf(ArkUnavailableException.class);
      assertThat(((ArkUnavailableException) failure).mayHaveBeenCarriedOut()).isTrue();
      assertThat(server.heads()).hasSize(2);
    }
  }

  @ParameterizedTest(name = "{0} cut short, then 404: {1}")
  @CsvSource({
    "404, io.github.camelark.error.ArkNotFoundException",
    "408, io.github.camelark.error.ArkNotFoundException",
    "429, io.github.camelark.error.ArkNotFoundException",
    "503, io.github.camelark.error.ArkNotFoundException",
    "500,",
    "200,",
  })
  void believesAStatusWhoseBodyIsCutShort(int status, Class<? extends ArkException> expected)
      throws Exception {
    Iterator<String> replies =
        List.of(
                "HTTP/1.1 %d Status\r\nContent-Length: 100\r\n\r\n{\"err".formatted(status),
                "HTTP/1.1 404 Not Found\r\nContent-Length: 29\r\n\r\n"
                    + "{\"error\":{\"code\":\"NotFound\"}}")
            .iterator();
    try (RawServer server =
        RawServer.start((socket, head) -> RawServer.write(socket, replies.next()))) {

      ArkException failure = call(server.baseUrl(), "operation=delete&fileId=file-1");

      assertThat(server.heads()).hasSize(2);
      if (expected == null) {
        assertThat(failure).isNull();
      } else {
        assertThat(failure).isExactlyInstanceOf(expected);
      }
    }
  }

  @Test
  void refusesACompressedReplyForItAskedForNone() throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write("{\"data\":[]}".getBytes(StandardCharsets.UTF_8));
    }
    try (RawServer server =
        RawServer.answering(
            OK
                + "Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                    .formatted(compressed.size())
                + compressed.toString(StandardCharsets.ISO_8859_1))) {

      ArkException failure = list(server.baseUrl(), "maxResponseSize=1000000");

      assertThat(failure).isExactlyInstanceOf(ArkProtocolException.class);
      assertThat(server.heads()).hasSize(1).noneMatch(head -> head.contains("gzip"));
    }
  }

  @Test
  void doesNotTakeWhatItDidNotAskForAsTheNextReply() throws Exception {
    Iterator<String> replies =
        List.of(
                OK
                    + "Content-Length: 30\r\n\r\n{\"id\":\"file-1\",\"deleted\":true}"
                    + OK
                    + "Content-Length: 2\r\n\r\n{}",
                "HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n")
            .iterator();
    try (RawServer server =
        RawServer.start((socket, head) -> RawServer.write(socket, replies.next()))) {

      ArkException first = call(server.baseUrl(), "operation=delete&fileId=file-1");
      ArkException second = call(server.baseUrl(), "operation=delete&fileId=file-2");

      assertThat(first).isNull();
      assertThat(second.status()).isEqualTo(409);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\r\n", " folded\r\n"})
  void readsNoMoreOfAnEndlessHeadThanItNeeds(String line) throws Exception {
    try (RawServer server =
        RawServer.start(
            (socket, head) -> {
              RawServer.write(socket, "HTTP/1.1 200 OK\r\nA: b\r\n");
              for (int i = 0; i < 2_000_000; i++) {
                RawServer.write(socket, line);
              }
            })) {

      ArkException failure = list(server.baseUrl(), "maxRetries=0");

      assertThat(failure).isExactlyInstanceOf(ArkProtocolException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n",
        "220 mail.example ESMTP\r\n",
        "gibberish\n",
        "gibberish",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\noops",
      })
  void doesNotTryAgainIfTheReplyIsNotHttp(String reply) throws Exception {
    try (RawServer server = RawServer.answering(reply)) {

      ArkException failure = list(server.baseUrl(), "maxRetries=2");

      assertThat(failure).isExactlyInstanceOf(ArkProtocolException.class);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void doesNotReadAnEndlessHead() throws Exception {
    AtomicLong written = new AtomicLong();
    try (RawServer server =
        RawServer.start(
            (socket, head) -> {
              RawServer.write(socket, "HTTP/1.1 200 OK\r\nX-Long: ");
              writeSpaces(socket, written);
            })) {

      ArkException failure = list(server.baseUrl(), "maxRetries=2");

      assertThat(failure).isExactlyInstanceOf(ArkProtocolException.class);
      server.awaitEndOfConversations();
      assertThat(written.get()).isLessThan(40 * MEGABYTE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void neverFollowsARedirectToAnotherHost(int status) throws Exception {
    try (RawServer other = RawServer.answering(OK + "Content-Length: 11\r\n\r\n{\"data\":[]}");
        RawServer server =
            RawServer.answering(
                "HTTP/1.1 %d Moved\r\nLocation: %s/files\r\nContent-Length: 0\r\n\r\n"
                    .formatted(status, other.baseUrl()))) {

      ArkException failure = list(server.baseUrl(), "maxRetries=2");

      assertThat(failure)
          .isExactlyInstanceOf(ArkProtocolException.class)
          .hasMessageContaining("redirects are not followed");
      assertThat(server.heads()).hasSize(1);
      assertThat(other.heads()).isEmpty();
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
        RawServer server = RawServer.answering(reply)) {

      ArkException failure = list(server.baseUrl(), "maxRetries=0");

      assertThat(PrintedException.of(failure)).doesNotContain("the-secret-key");
      assertThat(log.text()).doesNotContain("the-secret-key");
    }
  }

  private static void assertIsOverdue(ArkException failure) {
    assertThat(failure)
        .isExactlyInstanceOf(ArkUnavailableException.class)
        .hasMessageContaining("callTimeout");
    assertThat(((ArkUnavailableException) failure).mayHaveBeenCarriedOut()).isTrue();
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

  private static void waitForHangUp(Socket socket) throws IOException {
    assertThat(socket.getInputStream().read()).isNegative();
  }

  /** Writes up to 50 MB, and counts what went out before the client hung up. */
  private static void writeSpaces(Socket socket, AtomicLong written) throws IOException {
    byte[] spaces = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
    while (written.get() < 50 * MEGABYTE) {
      socket.getOutputStream().write(spaces);
      written.addAndGet(spaces.length);
    }
  }
}
