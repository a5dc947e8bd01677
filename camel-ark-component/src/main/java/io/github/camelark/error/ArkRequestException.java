// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.api.ApiFailure;
import org.jspecify.annotations.Nullable;

/**
 * The request is wrong: fix the message. The API refused it (400, 413, 422 or another 4xx), it was
 * refused before anything was sent, or its content cannot be read. The same message fails again.
 */
public final class ArkRequestException extends ArkException {

  private static final long serialVersionUID = 1L;

  /**
   * @param advice what to do about it; empty if the message says it all
   */
  public ArkRequestException(ApiFailure failure, String advice) {
    this(failure, advice, null);
  }

  /**
   * @param advice what to do about it; empty if the message says it all
   * @param cause why the content of the message cannot be read; null if it can
   */
  public ArkRequestException(ApiFailure failure, String advice, @Nullable Throwable cause) {
    super(failure, advice, cause);
  }

  @Override
  ArkException of(ApiFailure newFailure, String sameAdvice) {
    return new ArkRequestException(newFailure, sameAdvice, getCause());
  }
}
