// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.api.ApiFailure;
import org.jspecify.annotations.Nullable;

/**
 * The service does not accept the credentials (401, 403): mend the configuration, that is {@code
 * apiKey}, the OAuth 2.0 options or the rights of the key. Trying again without a change gives the
 * same.
 */
public final class ArkAuthenticationException extends ArkException {

  private static final long serialVersionUID = 1L;

  public ArkAuthenticationException(ApiFailure failure, String advice) {
    this(failure, advice, null);
  }

  /**
   * @param advice what to do about it; empty if the message says it all
   */
  public ArkAuthenticationException(ApiFailure failure, String advice, @Nullable Throwable cause) {
    super(failure, advice, cause);
  }

  @Override
  ArkException of(ApiFailure newFailure, String sameAdvice) {
    return new ArkAuthenticationException(newFailure, sameAdvice, getCause());
  }
}
