// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ContentException;
import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.text.RemoteText;
import io.github.camelark.transport.ContentCoding.UnreadableBodyException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the exceptions of the HTTP client by what they mean. Java makes an {@link IOException} of
 * everything: of a connection that never was, of an answer that was lost, and of a host that must
 * not be trusted. Only the first two may be repeated.
 */
final class CallFailures {

  private static final int MAX_CAUSES = 10;
  private static final String TRUST =
      "sslContextParameters if the server has a certificate of a private CA or asks for yours";
  private static final String CUT_AFTER_A_CHUNK = "CRLF expected at end of chunk";

  private final HttpCall call;
  private final Exception e;

  private CallFailures(HttpCall call, Exception e) {
    this.call = call;
    this.e = e;
  }

  /**
   * @param closed whether the client was closed meanwhile
   */
  static ArkException sort(HttpCall call, boolean closed, Exception e) {
    return new CallFailures(call, e).sort(closed);
  }

  private ArkException sort(boolean closed) {
    if (call.isTooLong()) {
      return new ArkProtocolException(
          failure("the reply is longer than maxResponseSize"),
          "raise maxResponseSize, or ask for less with limit");
    }
    if (call.contentFailure() != null) {
      ContentException failure = call.contentFailure();
      return new ArkRequestException(
          failure("the content cannot be read: " + shown(String.valueOf(failure.getMessage()))),
          "nothing was stored: fix its source, and send it again",
          failure);
    }
    if (closed) {
      return unavailable("the component was stopped meanwhile", "send it again once it is started");
    }
    if (e instanceof ConnectionRequestTimeoutException || (call.isOverdue() && !call.isLeased())) {
      return unavailable(
          "no connection of the pool became free within callTimeout",
          "raise maxConnections, or make fewer calls at once");
    }
    if (call.isOverdue()) {
      return unavailable(
          call.isWhollySent() || !call.isSent()
              ? "no whole reply within callTimeout"
              : "not all was sent within callTimeout",
          "try later, or raise callTimeout");
    }
    if (call.isTokenMissing()) {
      return tokenMissing();
    }
    if (isNotTrusted()) {
      return protocol("no secure connection: " + text(), "check baseUrl, and " + TRUST);
    }
    if (e instanceof UnreadableBodyException) {
      return unreadable();
    }
    if (isNoHttp()) {
      return protocol(
          "the reply is not HTTP: " + text(),
          call.isSent() ? "check baseUrl" : "check http.proxyHost and http.proxyPort");
    }
    if (!(e instanceof IOException)) {
      return unavailable("the HTTP client failed: " + text(), "try later");
    }
    if (!call.isSent()) {
      return unavailable("no connection: " + text(), "check baseUrl and the network");
    }
    if (!call.isWhollySent()) {
      return unavailable("the connection broke before all was sent: " + text(), "try later");
    }
    if (call.request().streamed() && call.status() != 0) {
      return unavailable("the content broke off: " + text(), "fetch it again, from its beginning");
    }
    return unavailable(
        "the answer was lost: " + text(),
        call.mayHaveBeenExecuted() ? "it may have been executed" : "try later");
  }

  private ArkException unreadable() {
    return new ArkProtocolException(
        failure("the reply cannot be read: " + shown(String.valueOf(e.getMessage())))
            .withStatus(call.status()),
        "check whether a gateway or proxy compresses replies",
        printable());
  }

  /** Sorts what went wrong while an access token was fetched, before the request was sent. */
  private ArkException tokenMissing() {
    if (isNotTrusted()) {
      return protocol(
          "no secure connection to the token endpoint: " + text(),
          "check http.oauth2TokenEndpoint, and " + TRUST);
    }
    int status = call.tokenStatus();
    if (status == 0 || status == 408 || status == 429 || status >= 500) {
      return unavailable(
          "no access token"
              + (status == 0 ? "" : ", the token endpoint answers HTTP " + status)
              + " ("
              + e.getClass().getSimpleName()
              + ")",
          "check http.oauth2TokenEndpoint, or try later");
    }
    return new ArkAuthenticationException(
        failure("no access token, the token endpoint answers HTTP " + status),
        "check http.oauth2ClientId, http.oauth2ClientSecret, http.oauth2TokenEndpoint and"
            + " http.oauth2Scope",
        e);
  }

  /** A reply that is the proxy's own: it refused to connect, or to pass the request on. */
  static ArkException refusedByProxy(Request request, Reply reply) {
    int status = reply.status();
    ApiFailure failure = failure(request, "the proxy answers HTTP " + status, false);
    if (status == 407) {
      return new ArkAuthenticationException(
          failure, "check http.proxyAuthUsername, http.proxyAuthPassword and http.proxyAuthMethod");
    }
    return status >= 500
        ? new ArkUnavailableException(failure, "try later", null, null)
        : new ArkProtocolException(failure, "check http.proxyHost, and what the proxy allows");
  }

  static ArkRequestException keyInAddress(Request request) {
    return new ArkRequestException(
        failure(
            request.withoutTarget(),
            "the id or the position in a list is the API key, and logs would keep it: nothing was sent",
            false),
        "use the id of a file or a response");
  }

  static ArkRequestException closedTooEarly(Request request) {
    return new ArkRequestException(
        failure(request, "the content was closed before it was read to its end", false),
        "read it before its exchange ends, or write it to a file first");
  }

  /** An attempt that ended before the request reached the HTTP client. */
  static ArkUnavailableException notSent(
      Request request, String message, String advice, @Nullable Exception cause) {
    return new ArkUnavailableException(failure(request, message, false), advice, null, cause);
  }

  private ArkUnavailableException unavailable(String message, String advice) {
    String afterLoss = call.mayHaveBeenExecuted() ? call.request().adviceAfterLoss() : null;
    return new ArkUnavailableException(
        failure(message), afterLoss == null ? advice : afterLoss, null, printable());
  }

  private ArkProtocolException protocol(String message, String advice) {
    return new ArkProtocolException(failure(message), advice, printable());
  }

  private ApiFailure failure(String message) {
    return failure(call.request(), message, call.mayHaveBeenExecuted());
  }

  static ApiFailure failure(Request request, String message, boolean mayHaveBeenExecuted) {
    return ApiFailure.of(
        request.operation().toString(),
        request.resourceId(),
        request.operation().method(),
        request.url(),
        request.requestId(),
        message,
        mayHaveBeenExecuted);
  }

  /** The certificate, or the way the peer speaks TLS; not that it hung up. */
  private boolean isNotTrusted() {
    return e instanceof SSLPeerUnverifiedException
        || (e instanceof SSLException
            && (hasCause(CertificateException.class)
                || !(hasCause(EOFException.class) || hasCause(SocketException.class))));
  }

  private boolean isNoHttp() {
    return e instanceof ClientProtocolException
        || e instanceof MessageConstraintException
        || e instanceof ZipException
        || (e instanceof MalformedChunkCodingException && !isCutBetweenChunks())
        // what the client says of a status of 0, for example
        || (e instanceof IllegalArgumentException && call.isSent());
  }

  /** The client has a type of its own only for a chunk that is truncated in its middle. */
  private boolean isCutBetweenChunks() {
    return e instanceof TruncatedChunkException || CUT_AFTER_A_CHUNK.equals(e.getMessage());
  }

  private boolean hasCause(Class<? extends Throwable> type) {
    return causes().anyMatch(type::isInstance);
  }

  /** The exception itself and its causes. */
  private Stream<Throwable> causes() {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
  }

  private String text() {
    String type = e.getClass().getSimpleName();
    return e.getMessage() == null ? type : type + " (" + shown(e.getMessage()) + ")";
  }

  /** The client quotes what it cannot read: a key that a server repeats, a pre-signed address. */
  private String shown(String message) {
    return RemoteText.excerpt(redact(message), 200);
  }

  /** The exception, or null if its stack trace would print the key or control characters. */
  private @Nullable Exception printable() {
    return causes()
            .map(cause -> String.valueOf(cause.getMessage()))
            .allMatch(message -> RemoteText.escape(redact(message)).equals(message))
        ? e
        : null;
  }

  private String redact(String text) {
    ApiKey key = call.request().apiKey();
    String shown = RemoteText.withoutDownloadUrl(text);
    return key == null ? shown : key.redact(shown);
  }
}
