// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.api.ApiFailure;
import java.util.List;
import org.apache.camel.spi.HttpResponseAware;
import org.jspecify.annotations.Nullable;

/**
 * A call to the Files or Responses API that failed. The subclasses are split by what a route should
 * do about it; an exchange fails with exactly one of them. No message of it holds an API key.
 *
 * <p>Camel's health checks show the HTTP status, as for every {@link HttpResponseAware} exception.
 */
public abstract sealed class ArkException extends RuntimeException implements HttpResponseAware
    permits ArkRequestException,
        ArkAuthenticationException,
        ArkNotFoundException,
        ArkQuotaException,
        ArkUnavailableException,
        ArkProtocolException {

  private static final long serialVersionUID = 1L;

  private final ApiFailure failure;
  private final String advice;

  ArkException(ApiFailure failure, String advice, @Nullable Throwable cause) {
    super(failure.toLine(advice), cause);
    this.failure = failure;
    this.advice = advice;
  }

  /**
   * Whether the same exchange may succeed later although nothing is changed: the service, the
   * network or the file's state is what stood in its way. True for {@link ArkUnavailableException}.
   */
  public boolean isTransient() {
    return false;
  }

  /**
   * Whether the service may have done what was asked all the same: an answer was lost, or a server
   * failed on the way. It counts every attempt of the call, so that a deletion whose answer was
   * lost and whose next attempt met a 401 may have been executed. False means that it certainly was
   * not.
   */
  public boolean mayHaveBeenExecuted() {
    return failure.mayHaveBeenExecuted();
  }

  /** The same failure of a call of which an earlier attempt may have been executed. */
  public final ArkException afterPossibleExecution() {
    return mayHaveBeenExecuted() ? this : of(failure.afterPossibleExecution(), advice);
  }

  /** An exception like this one, with its cause. */
  abstract ArkException of(ApiFailure newFailure, String sameAdvice);

  /** What was asked for, for example {@code files delete}. */
  public String operation() {
    return failure.operation();
  }

  /**
   * The id of the file or model response it was asked of; null for a list, or if none was found.
   */
  public @Nullable String resourceId() {
    return failure.resourceId();
  }

  /** The HTTP method of the call, for example {@code DELETE}; null if nothing was to be sent. */
  public @Nullable String method() {
    return failure.method();
  }

  /** The address that was called, without its query; null if nothing was to be sent. */
  public @Nullable String url() {
    return failure.url();
  }

  /** The HTTP status of the reply; 0 if there was none. */
  public int status() {
    return failure.status();
  }

  /** The API's error code, for example {@code InvalidParameter.UnsupportedParameter}. */
  public @Nullable String code() {
    return failure.code();
  }

  /** The API's error type, for example {@code BadRequest}. */
  public @Nullable String type() {
    return failure.type();
  }

  /** The parameter that the API complains about. */
  public @Nullable String param() {
    return failure.param();
  }

  /** What Azure complains about. */
  public @Nullable String target() {
    return failure.target();
  }

  /** Further errors that Azure gives, and the codes of its inner errors; empty, never null. */
  public List<String> details() {
    return failure.details();
  }

  /**
   * The id to quote to the service's support: the server's own if there was a reply that has one,
   * else the {@code X-Client-Request-Id} that was sent; null if nothing was sent.
   */
  public @Nullable String requestId() {
    return failure.requestId();
  }

  /** The start of the reply's body, at most 1 KB, control characters escaped. */
  public @Nullable String body() {
    return failure.body();
  }

  /** The HTTP status, as {@link #status()}. */
  @Override
  public int getHttpResponseCode() {
    return failure.status();
  }

  /** Does nothing: what happened does not change. */
  @Override
  public void setHttpResponseCode(int httpResponseCode) {
    // an exception is immutable; Camel only reads the status
  }

  /** The API's error code, as {@link #code()}. */
  @Override
  public @Nullable String getHttpResponseStatus() {
    return failure.code();
  }

  /** Does nothing: what happened does not change. */
  @Override
  public void setHttpResponseStatus(String httpResponseStatus) {
    // an exception is immutable; Camel only reads the status
  }
}
