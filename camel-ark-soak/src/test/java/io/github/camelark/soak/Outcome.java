// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.error.ArkException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call.
 *
 * @param what in one word, or for a failure its exception, its status, and whether the server may
 *     have done what was asked
 * @param answeredBy the number of the attempt whose reply decided, counted from 1; 0 if it was none
 */
record Outcome(String what, int answeredBy) {

  static Outcome of(String what, String key, @Nullable String requestId) {
    return new Outcome(what, attemptOf(key, requestId));
  }

  static Outcome of(ArkException failure, String key) {
    return new Outcome(
        failure(failure.getClass(), failure.status(), failure.mayHaveBeenExecuted()),
        attemptOf(key, failure.requestId()));
  }

  static String failure(Class<? extends ArkException> type, int status, boolean perhapsDone) {
    return type.getSimpleName() + " " + status + (perhapsDone ? " perhaps done" : "");
  }

  /** The server's id of a request. */
  static String requestId(String key, int attempt) {
    return key + "." + attempt;
  }

  private static int attemptOf(String key, @Nullable String requestId) {
    return requestId != null && requestId.startsWith(key + ".")
        ? Integer.parseInt(requestId, key.length() + 1, requestId.length(), 10)
        : 0;
  }
}
