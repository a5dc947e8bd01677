// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The service cannot do it now: try later. It answered 408, 409, 424, 425, 429, 499 or 5xx, the
 * file is in a state that will pass, or there was no answer in time. The tries that {@code
 * maxRetries} allows have been made.
 */
public final class ArkUnavailableException extends ArkException {

  private static final long serialVersionUID = 1L;

  private final ArkFailure failure;
  private final String advice;
  private final boolean mayHaveBeenCarriedOut;
  private final @Nullable Duration retryAfter;

  public ArkUnavailableException(
      ArkFailure failure,
      String advice,
      boolean mayHaveBeenCarriedOut,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(failure, advice, cause);
    this.failure = failure;
    this.advice = advice;
    this.mayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
    this.retryAfter = retryAfter;
  }

  /**
   * Whether the service can have done what was asked all the same: the answer was lost, or a server
   * failed on the way. False means that it certainly was not done.
   */
  public boolean mayHaveBeenCarriedOut() {
    return mayHaveBeenCarriedOut;
  }

  /** How long the service asks to wait before the next try; null if it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The same failure of a call of which an earlier try can have been carried out. */
  public ArkUnavailableException followingLostAnswer() {
    return mayHaveBeenCarriedOut
        ? this
        : new ArkUnavailableException(failure, advice, true, retryAfter, getCause());
  }
}
