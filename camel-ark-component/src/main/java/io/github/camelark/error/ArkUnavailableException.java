// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.api.ApiFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The service cannot do it now: try later. It answered 408, 409, 424, 425, 429, 499 or 5xx, the
 * file is in a state that will pass, or there was no answer in time. The tries that {@code
 * maxRetries} allows have been made.
 */
public final class ArkUnavailableException extends ArkException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * @param advice what to do about it; empty if the message says it all
   * @param retryAfter how long the service asks to wait; null if it does not say
   */
  public ArkUnavailableException(
      ApiFailure failure, String advice, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(failure, advice, cause);
    this.retryAfter = retryAfter;
  }

  @Override
  public boolean isTransient() {
    return true;
  }

  /** How long the service asks to wait before the next attempt; null if it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  @Override
  ArkException of(ApiFailure newFailure, String sameAdvice) {
    return new ArkUnavailableException(newFailure, sameAdvice, retryAfter, getCause());
  }
}
