// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.api.ApiFailure;

/**
 * The request is wrong: mend the message. The API refused it (400, 413, 422 or another 4xx), or it
 * was refused before anything was sent. Trying again without a change gives the same.
 */
public final class ArkRequestException extends ArkException {

  private static final long serialVersionUID = 1L;

  /**
   * @param advice what to do about it; empty if the message says it all
   */
  public ArkRequestException(ApiFailure failure, String advice) {
    super(failure, advice, null);
  }

  @Override
  ArkException of(ApiFailure newFailure, String sameAdvice) {
    return new ArkRequestException(newFailure, sameAdvice);
  }
}
