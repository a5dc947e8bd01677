// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

/**
 * Knows what replies to a request mean, which the transport does not. It is asked for every reply
 * of a call; one instance per call, used by the thread that makes it.
 */
public interface ReplyJudge {

  /**
   * Whether the reply, a success or an error, is an answer to the request. Asked while the
   * connection that it came on is still held: one whose reply is not the answer to its request may
   * hold one reply too many, which would shift all that follow, and is closed before another call
   * can be given it.
   */
  boolean isAnswer(Reply reply);

  /** What the reply means for a further attempt. */
  Verdict verdict(Reply reply);
}
