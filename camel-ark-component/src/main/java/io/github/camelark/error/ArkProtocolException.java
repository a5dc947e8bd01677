// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.api.ApiFailure;
import org.jspecify.annotations.Nullable;

/**
 * The reply is not what the API promises: HTML, cut JSON, an error inside a 200, a redirect,
 * another file than the one asked for, a 404 that means a wrong address, or more than {@code
 * maxResponseSize}. Usually {@code baseUrl} or {@code apiVersion} is wrong, or something stands
 * between. Never retried: whether the call was carried out is not known.
 */
public final class ArkProtocolException extends ArkException {

  private static final long serialVersionUID = 1L;

  public ArkProtocolException(ApiFailure failure, String advice) {
    this(failure, advice, null);
  }

  /**
   * @param advice what to do about it; empty if the message says it all
   */
  public ArkProtocolException(ApiFailure failure, String advice, @Nullable Throwable cause) {
    super(failure, advice, cause);
  }

  @Override
  ArkException of(ApiFailure newFailure, String sameAdvice) {
    return new ArkProtocolException(newFailure, sameAdvice, getCause());
  }
}
