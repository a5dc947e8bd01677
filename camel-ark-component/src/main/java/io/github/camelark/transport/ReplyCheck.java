// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

/**
 * Looks at a reply while the connection that it came on is still held. A connection whose reply is
 * not the answer to its request may hold one reply too many, which would shift all that follow: it
 * is closed before another call can be given it.
 */
@FunctionalInterface
public interface ReplyCheck {

  /** Whether the reply, a success or an error, is an answer to the request. */
  boolean isAnswer(Reply reply);
}
