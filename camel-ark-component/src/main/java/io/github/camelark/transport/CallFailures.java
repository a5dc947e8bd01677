// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.api.ApiFailure;
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
 * not be trusted. Only the first two may be tried again.
 */
final class CallFailures {

  private static final int MAX_CAUSES = 10;
  private static final String TRUST =
      "sslContextParameters if the server has a certificate of a private CA or asks for yours";
  private static final String CUT_AFTER_A_CHUNK = "CRLF expected at end of chunk";

  private CallFailures() {}

  /**
   * @param closed whether the client was closed meanwhile
   */
  static ArkException sort(HttpCall call, boolean closed, Exception e) {
    Request request = call.request();
    if (call.isTooLong()) {
      return protocol(
          request,
          "the reply is longer than maxResponseSize",
          "raise maxResponseSize, or ask for less with limit",
          call.mayHaveBeenExecuted(),
          null);
    }
    if (closed) {
      return unavailable(
          request,
          "the component was stopped meanwhile",
          "send it again once it is started",
          call.mayHaveBeenExecuted(),
          e);
    }
    if (e instanceof ConnectionRequestTimeoutException || (call.isOverdue() && !call.isLeased())) {
      return unavailable(
          request,
          "no connection of the pool became free within callTimeout",
          "raise maxConnections, or make fewer calls at once",
          false,
          e);
    }
    if (call.isOverdue()) {
      return unavailable(
          request,
          "no whole reply within callTimeout",
          "try later, or raise callTimeout",
          call.mayHaveBeenExecuted(),
          e);
    }
    if (call.isTokenMissing()) {
      return tokenMissing(call, e);
    }
    if (e instanceof IOException failure) {
      return sort(call, failure);
    }
    // what the client says of a status of 0, for example
    return call.isSent() && e instanceof IllegalArgumentException
        ? noHttp(call, e)
        : unavailable(
            request,
            "the HTTP client failed: " + text(request, e),
            "try later",
            call.mayHaveBeenExecuted(),
            e);
  }

  private static ArkException sort(HttpCall call, IOException e) {
    Request request = call.request();
    if (isNotTrusted(e)) {
      return protocol(
          request,
          "no secure connection: " + text(request, e),
          "check baseUrl, and " + TRUST,
          call.mayHaveBeenExecuted(),
          e);
    }
    if (e instanceof UnreadableBodyException) {
      return unreadable(call, e);
    }
    if (isNoHttp(e)) {
      return noHttp(call, e);
    }
    if (!call.isSent()) {
      return unavailable(
          request, "no connection: " + text(request, e), "check baseUrl and the network", false, e);
    }
    return unavailable(
        request,
        "the answer was lost: " + text(request, e),
        call.mayHaveBeenExecuted() ? "it may have been executed" : "try later",
        call.mayHaveBeenExecuted(),
        e);
  }

  private static ArkException unreadable(HttpCall call, IOException e) {
    Request request = call.request();
    String reason = RemoteText.excerpt(redact(request, String.valueOf(e.getMessage())), 200);
    return new ArkProtocolException(
        failure(request, "the reply cannot be read: " + reason, call.mayHaveBeenExecuted())
            .withStatus(call.status()),
        "check whether a gateway or proxy compresses replies",
        printable(request, e));
  }

  /** A reply that is the proxy's own: it refused to connect, or to pass the request on. */
  static ArkException refusedByProxy(Request request, Reply reply) {
    int status = reply.status();
    String message = "the proxy answers HTTP " + status;
    if (status == 407) {
      return new ArkAuthenticationException(
          failure(request, message, false),
          "check http.proxyAuthUsername, http.proxyAuthPassword and http.proxyAuthMethod");
    }
    return status >= 500
        ? unavailable(request, message, "try later", false, null)
        : protocol(
            request, message, "check http.proxyHost, and what the proxy allows", false, null);
  }

  /** Sorts what went wrong while an access token was fetched, before the request was sent. */
  private static ArkException tokenMissing(HttpCall call, Exception e) {
    Request request = call.request();
    if (e instanceof IOException failure && isNotTrusted(failure)) {
      return protocol(
          request,
          "no secure connection to the token endpoint: " + text(request, e),
          "check http.oauth2TokenEndpoint, and " + TRUST,
          false,
          e);
    }
    int status = call.tokenStatus();
    if (status == 0 || status == 408 || status == 429 || status >= 500) {
      return unavailable(
          request,
          "no access token"
              + (status == 0 ? "" : ", the token endpoint answers HTTP " + status)
              + " ("
              + e.getClass().getSimpleName()
              + ")",
          "check http.oauth2TokenEndpoint, or try later",
          false,
          e);
    }
    return new ArkAuthenticationException(
        failure(request, "no access token, the token endpoint answers HTTP " + status, false),
        "check http.oauth2ClientId, http.oauth2ClientSecret, http.oauth2TokenEndpoint and"
            + " http.oauth2Scope",
        e);
  }

  private static ArkException noHttp(HttpCall call, Exception e) {
    return protocol(
        call.request(),
        "the reply is not HTTP: " + text(call.request(), e),
        call.isSent() ? "check baseUrl" : "check http.proxyHost and http.proxyPort",
        call.mayHaveBeenExecuted(),
        e);
  }

  private static ArkUnavailableException unavailable(
      Request request,
      String message,
      String advice,
      boolean mayHaveBeenExecuted,
      @Nullable Exception e) {
    return new ArkUnavailableException(
        failure(request, message, mayHaveBeenExecuted), advice, null, printable(request, e));
  }

  private static ArkProtocolException protocol(
      Request request,
      String message,
      String advice,
      boolean mayHaveBeenExecuted,
      @Nullable Exception e) {
    return new ArkProtocolException(
        failure(request, message, mayHaveBeenExecuted), advice, printable(request, e));
  }

  static ArkRequestException keyInAddress(Request request) {
    return new ArkRequestException(
        failure(
            request.withoutTarget(),
            "the id or the position in a list is the API key, and logs would keep it: nothing was sent",
            false),
        "use the id of a file or a response");
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
  private static boolean isNotTrusted(IOException e) {
    if (!(e instanceof SSLException)) {
      return false;
    }
    return e instanceof SSLPeerUnverifiedException
        || hasCause(e, CertificateException.class)
        || !(hasCause(e, EOFException.class) || hasCause(e, SocketException.class));
  }

  private static boolean isNoHttp(IOException e) {
    return e instanceof ClientProtocolException
        || e instanceof MessageConstraintException
        || e instanceof ZipException
        || (e instanceof MalformedChunkCodingException && !isCutBetweenChunks(e));
  }

  /** The client has a type of its own only for a chunk that is cut in its middle. */
  private static boolean isCutBetweenChunks(IOException e) {
    return e instanceof TruncatedChunkException || CUT_AFTER_A_CHUNK.equals(e.getMessage());
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
    Throwable cause = e.getCause();
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The client quotes what it cannot read: a key that a server repeats, a pre-signed address. */
  private static String text(Request request, Exception e) {
    String message =
        e.getMessage() == null
            ? ""
            : " (" + RemoteText.excerpt(redact(request, e.getMessage()), 200) + ")";
    return e.getClass().getSimpleName() + message;
  }

  /** The cause, or none if its stack trace would print the key or control characters. */
  private static @Nullable Exception printable(Request request, @Nullable Exception e) {
    Throwable cause = e;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      String message = String.valueOf(cause.getMessage());
      if (!RemoteText.escape(redact(request, message)).equals(message)) {
        return null;
      }
      cause = cause.getCause();
    }
    return e;
  }

  private static String redact(Request request, String text) {
    String shown = RemoteText.withoutDownloadUrl(text);
    return request.apiKey() == null ? shown : request.apiKey().redact(shown);
  }
}
