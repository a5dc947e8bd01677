// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A reply, read to its end.
 *
 * @param status the HTTP status
 * @param body what came with it; empty, never null; only its start if it is an error
 * @param requestId the server's id of the request, null if it gave none
 * @param retryAfter how long the server asks to wait, null if it does not ask
 * @param date the Date header: when the server answered, null if it did not say
 * @param afterLostAnswer whether an earlier try of the same call can have been carried out
 */
public record Reply(
    int status,
    byte[] body,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    @Nullable String date,
    boolean afterLostAnswer) {

  /** Whether the server says that it did what was asked. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /**
   * Whether what was asked can have been carried out by this try or an earlier one though this is
   * an error: a server that fails may have done its work before, one that is unavailable has not.
   */
  public boolean mayHaveBeenExecuted() {
    return afterLostAnswer || leavesOpenWhatWasDone(status);
  }

  /** Whether an error of this status says nothing about whether the work was done before. */
  static boolean leavesOpenWhatWasDone(int status) {
    return status >= 500 && status != 503;
  }

  Reply followingLostAnswer() {
    return new Reply(status, body, requestId, retryAfter, date, true);
  }
}
