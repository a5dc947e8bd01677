// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A reply, read to its end unless it is streamed.
 *
 * @param status the HTTP status
 * @param body what came with it; empty, never null; only its start if it is an error
 * @param requestId the server's id of the request, null if it gave none
 * @param retryAfter how long the server asks to wait, null if it does not ask
 * @param date the Date header: when the server answered, null if it did not say
 * @param location the Location header: where a redirect leads, null if it did not say
 * @param afterPossibleExecution whether an earlier attempt of the same call may have been executed
 * @param stream the body of a success that was to be streamed; null if it was read
 */
public record Reply(
    int status,
    byte[] body,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    @Nullable String date,
    @Nullable String location,
    boolean afterPossibleExecution,
    @Nullable ReplyStream stream) {

  private static final byte[] NOTHING = {};

  /** A reply whose body was read. */
  public Reply(
      int status,
      byte[] body,
      @Nullable String requestId,
      @Nullable Duration retryAfter,
      @Nullable String date,
      @Nullable String location,
      boolean afterPossibleExecution) {
    this(status, body, requestId, retryAfter, date, location, afterPossibleExecution, null);
  }

  /** A reply of which nothing but the status arrived. */
  static Reply withStatusOnly(int status) {
    return new Reply(status, NOTHING, null, null, null, null, false);
  }

  /** Whether the server says that it did what was asked. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The same reply, with its body still to be read. */
  Reply withStream(ReplyStream newStream) {
    return new Reply(
        status, body, requestId, retryAfter, date, location, afterPossibleExecution, newStream);
  }

  /** The same reply of a call of which an earlier attempt may have been executed. */
  Reply inCallThatMayHaveBeenExecuted() {
    return new Reply(status, body, requestId, retryAfter, date, location, true, stream);
  }
}
