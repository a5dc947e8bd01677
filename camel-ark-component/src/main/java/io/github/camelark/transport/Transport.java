// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

/** Sends a request and returns the reply. Implementations are thread-safe. */
@FunctionalInterface
public interface Transport {

  /**
   * Sends a request and waits for the whole reply, whatever its status.
   *
   * @throws io.github.camelark.error.ArkUnavailableException if there was no whole reply in time
   * @throws io.github.camelark.error.ArkProtocolException if the reply is not HTTP, is too long, or
   *     comes from a host that is not trusted
   */
  Reply execute(Request request);

  /**
   * The text without what the transport itself adds to log in: a server may repeat it. An API key
   * is not its own.
   */
  default String withoutTokens(String text) {
    return text;
  }

  /**
   * Whether requests can still be sent: once it is closed there is no point in a further attempt.
   */
  default boolean isOpen() {
    return true;
  }

  /** Ends the calls in progress and closes the connections, where it has some of its own. */
  default void close() {}
}
