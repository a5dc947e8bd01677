// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelark.api.ApiError;
import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.api.ApiResource;
import io.github.camelark.api.ErrorPage;
import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkObjectError;
import io.github.camelark.model.Processed;
import io.github.camelark.text.RemoteText;
import io.github.camelark.transport.ApiKey;
import io.github.camelark.transport.Reply;
import io.github.camelark.transport.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
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

  private final Service service;
  private final @Nullable ApiKey apiKey;
  private final UnaryOperator<String> withoutTokens;

  /**
   * @param withoutTokens hides what else than the API key the calls log in with
   */
  ReplyErrors(Service service, UnaryOperator<String> withoutTokens) {
    this.service = service;
    this.withoutTokens = withoutTokens;
    this.apiKey = service.apiKey();
  }

  /** The exception for a reply that is no success. */
  ArkException toException(Request request, Reply reply, Meaning meaning) {
    ReplyRow row = meaning.row();
    return exception(
        row,
        failure(request, reply, meaning, message(reply, meaning)),
        reply.retryAfter(),
        request.adviceAfterLoss());
  }

  /** The exception for a success whose body is not what the API promises. */
  ArkException unreadable(Request request, Reply reply, IOException e) {
    String reason =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    ApiError error = reply.body().length > MAX_ERROR_BYTES ? null : ApiError.find(reply.body());
    String words = error == null ? ErrorPage.words(reply.body()) : error.message();
    String message =
        reply.body().length == 0
            ? "the reply is empty"
            : "the reply is not what the API promises: " + clean(reason, MAX_REASON_CHARACTERS);
    if (words != null) {
      message += "; it says: " + clean(words, MAX_TEXT_CHARACTERS);
    }
    return notWhatIsPromised(request, reply, error, message);
  }

  /** The exception for a reply that is about another file or response than the one asked for. */
  ArkException anotherId(Request request, Reply reply, String id) {
    return notWhatIsPromised(
        request, reply, null, "the reply is about '" + clean(id, MAX_TEXT_CHARACTERS) + "'");
  }

  /**
   * The exception for a file or response that the service could not process.
   *
   * @param details what else the service says of it; null for nothing
   * @param requestId the id of the request that told of it
   */
  ArkException failedProcessing(
      ApiOperation operation, Processed failed, @Nullable String details, String requestId) {
    ArkObjectError error = failed.error();
    ReplyRow row = ReplyTable.rowOf(error);
    String words = error == null || error.message() == null ? details : error.message();
    ApiFailure failure =
        new ApiFailure(
            operation.toString(),
            failed.id(),
            null,
            null,
            0,
            error == null ? null : cleanOrNull(error.code()),
            null,
            null,
            null,
            List.of(),
            requestId,
            null,
            "its status is %s: %s"
                .formatted(
                    clean(failed.status(), MAX_NAME_CHARACTERS),
                    words == null
                        ? "the service does not say why"
                        : clean(words, MAX_TEXT_CHARACTERS)),
            operation.method().equals("POST"));
    return exception(row, failure, null, null);
  }

  private ArkException notWhatIsPromised(
      Request request, Reply reply, @Nullable ApiError error, String message) {
    Meaning meaning = new Meaning(ReplyRow.UNREADABLE, error);
    return exception(
        ReplyRow.UNREADABLE,
        failure(request, reply, meaning, message),
        null,
        request.adviceAfterLoss());
  }

  private ArkException exception(
      ReplyRow row, ApiFailure failure, @Nullable Duration retryAfter, @Nullable String afterLoss) {
    String advice = advice(row, failure, afterLoss);
    Class<?> type = row.exception();
    if (type == ArkRequestException.class) {
      return new ArkRequestException(failure, advice);
    }
    if (type == ArkAuthenticationException.class) {
      return new ArkAuthenticationException(failure, advice);
    }
    if (type == ArkNotFoundException.class) {
      return new ArkNotFoundException(failure, advice);
    }
    if (type == ArkQuotaException.class) {
      return new ArkQuotaException(failure, advice, row == ReplyRow.STORAGE_FULL);
    }
    return type == ArkUnavailableException.class
        ? unavailable(failure, advice, retryAfter)
        : new ArkProtocolException(failure, advice);
  }

  private static ArkUnavailableException unavailable(
      ApiFailure failure, String advice, @Nullable Duration retryAfter) {
    return new ArkUnavailableException(
        failure,
        retryAfter == null ? advice : advice + "; the server asks to wait " + inSeconds(retryAfter),
        retryAfter,
        null);
  }

  private static String inSeconds(Duration wait) {
    return wait.compareTo(Duration.ofSeconds(1)) < 0
        ? wait.toMillis() + " ms"
        : wait.toSeconds() + " s";
  }

  private String advice(ReplyRow row, ApiFailure failure, @Nullable String afterLoss) {
    String advice =
        row.advice()
            .replace("{address}", service.dialect().addressOptions())
            .replace("{key}", service.keyOrigin());
    if (row.mayHaveBeenExecuted() && afterLoss != null) {
      advice = afterLoss;
    }
    if (!row.isAboutTheAddress()) {
      return advice;
    }
    String lack = row == ReplyRow.MISSING ? null : lack(failure.operation());
    return advice
        + (lack == null ? "" : "; " + lack)
        + "; called: "
        + failure.method()
        + " "
        + failure.url();
  }

  /** Why the provider may lack what was called, where that is known. */
  private @Nullable String lack(String operation) {
    return operation.startsWith(ApiResource.RESPONSES.path())
        ? service.dialect().responsesWarning(service.basePath(), service.apiVersion())
        : null;
  }

  private String message(Reply reply, Meaning meaning) {
    String words = words(reply, meaning.error());
    if (meaning.row() == ReplyRow.MISSING_AFTER_LOSS) {
      return words + "; an earlier attempt may have been executed";
    }
    return meaning.row() == ReplyRow.REDIRECT && reply.location() != null
        ? words + ", to " + clean(reply.location(), MAX_REASON_CHARACTERS)
        : words;
  }

  /** What the server says, in its own words where there are any. */
  private String words(Reply reply, @Nullable ApiError error) {
    if (error != null && error.message() != null) {
      return clean(error.message(), MAX_TEXT_CHARACTERS);
    }
    if (reply.body().length == 0) {
      return "without a body";
    }
    String page = ErrorPage.words(reply.body());
    String words =
        page == null
            ? body(reply.body(), MAX_REASON_CHARACTERS)
            : clean(page, MAX_REASON_CHARACTERS);
    return (error == null ? "without an error of the API in its body: " : "without a message: ")
        + words;
  }

  private ApiFailure failure(Request request, Reply reply, Meaning meaning, String message) {
    ApiError error = meaning.error();
    return new ApiFailure(
        request.operation().toString(),
        request.resourceId(),
        request.operation().method(),
        clean(request.url(), MAX_TEXT_CHARACTERS),
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
        meaning.mayHaveBeenExecuted() || reply.afterPossibleExecution());
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

  /** Without the API key or token, which a server may repeat, and without pre-signed addresses. */
  private String withoutSecrets(String text) {
    String withoutUrl = RemoteText.withoutDownloadUrl(text);
    return withoutTokens.apply(apiKey == null ? withoutUrl : apiKey.redact(withoutUrl));
  }
}
