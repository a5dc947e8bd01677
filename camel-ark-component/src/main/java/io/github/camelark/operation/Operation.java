// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import org.apache.camel.Exchange;

/**
 * What a producer does with an exchange: it reads options from the message, makes its calls, and
 * writes the answer into the message. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Operation {

  /**
   * Executes it. The message is changed only if that succeeds.
   *
   * @throws io.github.camelark.error.ArkException if it fails
   */
  void execute(Exchange exchange);
}
