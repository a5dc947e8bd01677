// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that a provider gives to the errors of each HTTP status. Immutable.
 *
 * @param byStatus the statuses that have a name of their own
 * @param otherRefusal for the rest below 500
 * @param otherFailure for the rest from 500 on
 */
record ErrorNames(Map<Integer, Name> byStatus, Name otherRefusal, Name otherFailure) {

  /** An error's code and the type, or family, that it belongs to. */
  record Name(@Nullable String code, String type) {}

  Name of(int status) {
    return byStatus.getOrDefault(status, status < 500 ? otherRefusal : otherFailure);
  }

  /** Returns the code that the error names itself, else the usual one of its status. */
  @Nullable String codeOf(ApiError error) {
    return error.code() != null ? error.code() : of(error.status()).code();
  }
}
