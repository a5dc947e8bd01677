// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

/**
 * A quota is used up that waiting a moment does not refill: the file storage of the account (where
 * deleting files helps, see {@link #storage()}), or the allowance of a plan.
 */
public final class ArkQuotaException extends ArkException {

  private static final long serialVersionUID = 1L;

  private final boolean storage;

  public ArkQuotaException(ArkFailure failure, boolean storage) {
    super(
        failure,
        storage
            ? "the file storage is full: delete files that are no longer needed"
            : "the allowance is used up: raise it, or wait for its next period",
        null);
    this.storage = storage;
  }

  /** Whether it is the storage for files that is full, so that deleting files helps. */
  public boolean storage() {
    return storage;
  }

  @Override
  ArkException of(ArkFailure newFailure, String sameAdvice) {
    return new ArkQuotaException(newFailure, storage);
  }
}
