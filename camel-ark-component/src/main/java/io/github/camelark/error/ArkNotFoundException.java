// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.api.ApiFailure;

/**
 * There is no such file or model response (404): it was deleted, has expired, or belongs to another
 * project. A 404 that means a wrong address is an {@link ArkProtocolException} instead.
 */
public final class ArkNotFoundException extends ArkException {

  private static final long serialVersionUID = 1L;

  /**
   * @param advice what to do about it; empty if the message says it all
   */
  public ArkNotFoundException(ApiFailure failure, String advice) {
    super(failure, advice, null);
  }

  @Override
  ArkException of(ApiFailure newFailure, String sameAdvice) {
    return new ArkNotFoundException(newFailure, sameAdvice);
  }
}
