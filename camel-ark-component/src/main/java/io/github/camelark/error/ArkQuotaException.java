// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.api.ApiFailure;

/**
 * A quota is used up that waiting a moment does not refill: the file storage of the account (where
 * deleting files helps, see {@link #storage()}), or the allowance of a plan.
 */
public final class ArkQuotaException extends ArkException {

  private static final long serialVersionUID = 1L;

  private final boolean storage;

  /**
   * @param advice what to do about it; empty if the message says it all
   * @param storage whether it is the storage for files that is full
   */
  public ArkQuotaException(ApiFailure failure, String advice, boolean storage) {
    super(failure, advice, null);
    this.storage = storage;
  }

  /** Whether it is the storage for files that is full, so that deleting files helps. */
  public boolean storage() {
    return storage;
  }

  @Override
  ArkException of(ApiFailure newFailure, String sameAdvice) {
    return new ArkQuotaException(newFailure, sameAdvice, storage);
  }
}
