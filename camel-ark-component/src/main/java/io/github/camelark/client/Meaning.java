// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiError;
import io.github.camelark.transport.Repeat;
import io.github.camelark.transport.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one reply means.
 *
 * @param row its row of the table
 * @param error the error in its body, null if there is none
 */
record Meaning(ReplyRow row, @Nullable ApiError error) implements Verdict {

  static final Meaning SUCCESS = new Meaning(ReplyRow.SUCCESS, null);

  @Override
  public Repeat repeat() {
    return row.repeat();
  }

  @Override
  public boolean mayHaveBeenExecuted() {
    return row.mayHaveBeenExecuted();
  }

  /** Whether the API itself wrote the error, in its own wrapper. */
  boolean isOfTheApi() {
    return error != null && error.wrapped();
  }

  Meaning as(ReplyRow newRow) {
    return new Meaning(newRow, error);
  }
}
