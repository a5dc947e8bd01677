// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelark.api.ApiError;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkFailure;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.RemoteText;
import io.github.camelark.transport.ApiKey;
import io.github.camelark.transport.Reply;
import io.github.camelark.transport.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a reply that is no success into the exception that says what to do about it. Thread-safe.
 */
final class ReplyErrors {

  private static final int MAX_BODY_BYTES = 1024;
  private static final int MAX_TEXT_CHARACTERS = 500;
  private static final int MAX_REASON_CHARACTERS = 200;
  private static final int MAX_NAME_CHARACTERS = 100;
  private static final int MAX_ERROR_BYTES = 64 * 1024;
  private static final int LOOKED_AT_BYTES = 8 * 1024;

  private final Dialect dialect;
  private final @Nullable ApiKey apiKey;

  ReplyErrors(Dialect dialect, @Nullable ApiKey apiKey) {
    this.dialect = dialect;
    this.apiKey = apiKey;
  }

  /** The exception for a reply whose status is not 2xx. */
  ArkException toException(Request request, Reply reply) {
    ApiError error = ApiError.find(reply.body());
    ArkFailure failure = failure(request, reply, error, message(reply, error));
    return switch (reply.status()) {
      case 401 -> new ArkAuthenticationException(failure, "check apiKey");
      case 403 -> forbidden(reply, error, failure);
      case 404 -> notFound(error, failure);
      case 429 ->
          dialect.isStorageQuota(error) || dialect.isAllowance(error)
              ? new ArkQuotaException(failure, dialect.isStorageQuota(error))
              : unavailable(reply, failure, "send fewer requests, see requestsPerSecond");
      case 408, 409, 424, 425, 499 -> unavailable(reply, failure, "try later");
      default -> byClass(reply, error, failure);
    };
  }

  /** The exception for a success whose body is not what the API promises. */
  ArkProtocolException unreadable(Request request, Reply reply, IOException e) {
    String reason =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    ApiError error = reply.body().length > MAX_ERROR_BYTES ? null : ApiError.find(reply.body());
    String message =
        reply.body().length == 0
            ? "the reply is empty"
            : "the reply is not what the API promises: " + clean(reason, MAX_REASON_CHARACTERS);
    if (error != null && error.message() != null) {
      message += "; it says: " + clean(error.message(), MAX_TEXT_CHARACTERS);
    }
    return new ArkProtocolException(
        failure(request, reply, error, message),
        "check baseUrl and apiVersion, and whether a gateway or proxy stands between");
  }

  /** The exception for a reply that speaks of another file or response than the one asked for. */
  ArkProtocolException anotherId(Request request, Reply reply, String id) {
    return new ArkProtocolException(
        failure(
            request, reply, null, "the reply speaks of '" + clean(id, MAX_TEXT_CHARACTERS) + "'"),
        "check what stands between, and what became of both");
  }

  private ArkException forbidden(Reply reply, @Nullable ApiError error, ArkFailure failure) {
    if (dialect.isStorageQuota(error)) {
      return new ArkQuotaException(failure, true);
    }
    return dialect.isPassingState(error)
        ? unavailable(reply, failure, "try again once the file is ready")
        : new ArkAuthenticationException(failure, "check what the API key may do");
  }

  private ArkException notFound(@Nullable ApiError error, ArkFailure failure) {
    return dialect.isMissingResource(error)
        ? new ArkNotFoundException(
            failure, "it was deleted, has expired, or belongs to another project")
        : new ArkProtocolException(
            failure, "this 404 means a wrong address: check baseUrl and apiVersion");
  }

  private ArkException byClass(Reply reply, @Nullable ApiError error, ArkFailure failure) {
    int status = reply.status();
    if (status >= 500) {
      return unavailable(reply, failure, "try later");
    }
    if (status >= 400) {
      return dialect.isStorageQuota(error)
          ? new ArkQuotaException(failure, true)
          : new ArkRequestException(failure, "mend the message");
    }
    return new ArkProtocolException(
        failure,
        status >= 300
            ? "redirects are not followed: set baseUrl to the final address"
            : "check baseUrl");
  }

  private static ArkUnavailableException unavailable(
      Reply reply, ArkFailure failure, String advice) {
    Duration retryAfter = reply.retryAfter();
    return new ArkUnavailableException(
        failure,
        retryAfter == null
            ? advice
            : advice + "; the server asks to wait " + retryAfter.toSeconds() + " s",
        reply.retryAfter(),
        null);
  }

  private String message(Reply reply, @Nullable ApiError error) {
    if (error != null && error.message() != null) {
      return clean(error.message(), MAX_TEXT_CHARACTERS);
    }
    if (reply.body().length == 0) {
      return "without a body";
    }
    if (error != null) {
      return "without a message";
    }
    String text = isPlainText(reply.body()) ? ": " + body(reply.body(), MAX_REASON_CHARACTERS) : "";
    return "without an error of the API in its body" + text;
  }

  private ArkFailure failure(
      Request request, Reply reply, @Nullable ApiError error, String message) {
    return new ArkFailure(
        request.operation().toString(),
        request.resourceId(),
        request.operation().method(),
        request.url(),
        reply.status(),
        error == null ? null : cleanOrNull(error.code()),
        error == null ? null : cleanOrNull(error.type()),
        error == null ? null : cleanOrNull(error.param()),
        error == null ? null : cleanOrNull(error.target()),
        error == null
            ? List.of()
            : error.details().stream().map(text -> clean(text, MAX_REASON_CHARACTERS)).toList(),
        reply.requestId() == null
            ? request.requestId()
            : clean(reply.requestId(), MAX_NAME_CHARACTERS),
        reply.body().length == 0 ? null : body(reply.body(), MAX_BODY_BYTES),
        message,
        reply.isSuccess() || reply.mayHaveBeenExecuted());
  }

  /** Neither JSON nor HTML, which say little at their start. */
  private static boolean isPlainText(byte[] body) {
    return body[0] != '{' && body[0] != '[' && body[0] != '<';
  }

  private String body(byte[] body, int maxBytes) {
    String start =
        new String(body, 0, Math.min(body.length, LOOKED_AT_BYTES), StandardCharsets.UTF_8);
    String clean = withoutSecrets(start);
    if (apiKey != null && body.length > LOOKED_AT_BYTES) {
      // the cut may have left the start of a key
      clean = clean.substring(0, Math.max(0, clean.length() - apiKey.length()));
    }
    return RemoteText.excerptOfBytes(clean, maxBytes);
  }

  private @Nullable String cleanOrNull(@Nullable String text) {
    return text == null ? null : clean(text, MAX_NAME_CHARACTERS);
  }

  /** The start of a text of the server, safe to print. */
  String clean(@Nullable String text, int maxCharacters) {
    return RemoteText.excerpt(text == null ? null : withoutSecrets(text), maxCharacters);
  }

  /** Without the API key, which a server may repeat, and without pre-signed addresses. */
  private String withoutSecrets(String text) {
    String withoutUrl = RemoteText.withoutDownloadUrl(text);
    return apiKey == null ? withoutUrl : apiKey.redact(withoutUrl);
  }
}
