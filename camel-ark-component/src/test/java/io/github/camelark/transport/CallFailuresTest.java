// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For Java everything is an IOException; what matters is whether the call may have been executed.
 */
class CallFailuresTest {

  private static final ApiKey KEY = new ApiKey("Authorization", "Bearer ", "the-secret-key");

  @ParameterizedTest
  @MethodSource
  void isNotTrusted(IOException e) {
    ArkException failure = CallFailures.sort(sentCall(), false, e);

    assertThat(failure)
        .isExactlyInstanceOf(ArkProtocolException.class)
        .hasMessageContaining("sslContextParameters");
  }

  static List<IOException> isNotTrusted() {
    return List.of(
        new SSLPeerUnverifiedException("another host"),
        caused(new SSLHandshakeException("PKIX"), new CertificateException("unknown")),
        new SSLHandshakeException("Received fatal alert: protocol_version"),
        new SSLException("Unsupported or unrecognized SSL message"));
  }

  @ParameterizedTest
  @MethodSource
  void neverConnected(IOException e) {
    ArkException failure = CallFailures.sort(call(), false, e);

    assertThat(failure).isExactlyInstanceOf(ArkUnavailableException.class);
    assertThat(((ArkUnavailableException) failure).mayHaveBeenExecuted()).isFalse();
  }

  static List<IOException> neverConnected() {
    return List.of(
        new ConnectException("refused"),
        new UnknownHostException("no.such.host"),
        new NoRouteToHostException("no route"),
        new ConnectionRequestTimeoutException("the pool is exhausted"),
        new SocketException("Connection reset in the handshake"),
        new SocketTimeoutException("the handshake hangs"),
        caused(new SSLHandshakeException("closed"), new EOFException("peer shut down")),
        caused(new SSLHandshakeException("reset"), new SocketException("Connection reset")));
  }

  @ParameterizedTest
  @MethodSource
  void isNotHttp(IOException e) {
    ArkException failure = CallFailures.sort(sentCall(), false, e);

    assertThat(failure)
        .isExactlyInstanceOf(ArkProtocolException.class)
        .hasMessageContaining("not HTTP");
  }

  static List<IOException> isNotHttp() {
    return List.of(
        new ClientProtocolException("invalid status line"),
        new MessageConstraintException("line too long"),
        new MalformedChunkCodingException("bad chunk header"),
        new ZipException("not in gzip format"));
  }

  /** So the client says of a status of 0. */
  @Test
  void isNotHttpIfTheClientCannotReadIt() {
    ArkException failure =
        CallFailures.sort(sentCall(), false, new IllegalArgumentException("must not be zero: 0"));

    assertThat(failure)
        .isExactlyInstanceOf(ArkProtocolException.class)
        .hasMessageContaining("not HTTP");
  }

  @ParameterizedTest
  @MethodSource
  void isALostAnswer(IOException e) {
    ArkException failure = CallFailures.sort(sentCall(), false, e);

    assertThat(failure).isExactlyInstanceOf(ArkUnavailableException.class);
    assertThat(((ArkUnavailableException) failure).mayHaveBeenExecuted()).isTrue();
  }

  static Stream<IOException> isALostAnswer() {
    return Stream.of(
        new SocketException("Connection reset"),
        new SocketTimeoutException("Read timed out"),
        new NoHttpResponseException("failed to respond"),
        new ConnectionClosedException("premature end of body"),
        new TruncatedChunkException("truncated"),
        new EOFException("unexpected end of ZLIB input stream"),
        caused(new SSLException("reset"), new SocketException("Connection reset")),
        new IOException());
  }

  @Test
  void hadNoConnectionIfItIsOverdueWithoutOne() {
    HttpCall call = call();
    call.expire();

    ArkException failure = CallFailures.sort(call, false, new CancellationException());

    assertThat(failure).hasMessageContaining("maxConnections");
    assertThat(((ArkUnavailableException) failure).mayHaveBeenExecuted()).isFalse();
  }

  @Test
  void reportsAStoppedEndpoint() {
    ArkException failure =
        CallFailures.sort(call(), true, new IllegalStateException("Connection pool shut down"));

    assertThat(failure).hasMessageContaining("stopped");
    assertThat(((ArkUnavailableException) failure).mayHaveBeenExecuted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "204, ArkProtocolException",
    "404, ArkProtocolException",
    "407, ArkAuthenticationException",
    "502, ArkUnavailableException"
  })
  void proxysAnswerIsNotTheApis(int status, String expected) {
    Reply reply = new Reply(status, new byte[0], null, null, null, null, false);

    ArkException failure = CallFailures.refusedByProxy(call().request(), reply);

    assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(failure).hasMessageContaining("the proxy answers HTTP " + status);
  }

  @Test
  void isOverdueWhateverTheClientThrows() {
    HttpCall call = sentCall();
    call.expire();

    ArkException failure = CallFailures.sort(call, false, new SocketException("Socket closed"));

    assertThat(failure)
        .isExactlyInstanceOf(ArkUnavailableException.class)
        .hasMessageContaining("callTimeout");
  }

  @Test
  void escapesAndShortensTheClientsMessage() {
    String text = "line\r\nforged" + "x".repeat(1_000);

    ArkException failure = CallFailures.sort(sentCall(), false, new ClientProtocolException(text));

    assertThat(failure.getMessage()).doesNotContain("\n").hasSizeLessThan(500);
  }

  @Test
  void dropsACauseThatQuotesTheKey() {
    IOException e =
        caused(
            new ClientProtocolException("bad"),
            new IllegalArgumentException("cannot read: Bearer the-secret-key"));

    ArkException failure = CallFailures.sort(sentCall(), false, e);

    assertThat(failure).hasNoCause();
    assertThat(failure.getMessage()).doesNotContain("the-secret-key");
  }

  @Test
  void dropsACauseThatQuotesAPreSignedAddress() {
    IOException e =
        new MalformedChunkCodingException(
            "Bad chunk header: {\"download_url\":\"https://tos.example/f?sign=s3cret\"}");

    ArkException failure = CallFailures.sort(sentCall(), false, e);

    assertThat(failure).hasNoCause();
    assertThat(failure).hasMessageContaining("Bad chunk header");
    assertThat(failure.getMessage()).doesNotContain("s3cret");
  }

  @Test
  void keepsAnyOtherCause() {
    IOException e = new ConnectException("refused");

    assertThat(CallFailures.sort(sentCall(), false, e)).hasCause(e);
  }

  private static HttpCall sentCall() {
    HttpCall call = call();
    call.sent();
    return call;
  }

  private static HttpCall call() {
    Request request =
        new Request(
            ApiOperation.DELETE_FILE,
            "file-1",
            "https://service.example",
            "/files/file-1",
            KEY,
            "ark-1",
            0,
            new FakeJudge());
    return new HttpCall(request, new HttpHost("localhost"));
  }

  private static <E extends IOException> E caused(E e, Throwable cause) {
    e.initCause(cause);
    return e;
  }
}
