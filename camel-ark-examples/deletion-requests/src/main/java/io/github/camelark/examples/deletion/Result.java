// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import io.github.camelark.model.ArkDeletion;
import org.jspecify.annotations.Nullable;

/** How the work on a request ended, before it is stored. */
record Result(Outcome outcome, @Nullable String detail) {

  static final Result ALREADY_GONE = new Result(Outcome.ALREADY_GONE, null);

  static Result of(ArkDeletion deletion) {
    return new Result(Outcome.valueOf(deletion.outcome().name()), null);
  }

  static Result refused(String detail) {
    return new Result(Outcome.REFUSED, PlainText.of(detail));
  }

  static Result failed(Throwable cause) {
    return new Result(Outcome.FAILED, PlainText.of(String.valueOf(cause.getMessage())));
  }
}
