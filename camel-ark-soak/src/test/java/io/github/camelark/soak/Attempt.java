// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

/**
 * A request that reached the server.
 *
 * @param fault how it was treated
 * @param found whether what was asked for was there
 */
record Attempt(Fault fault, boolean found) {

  /** The status of what arrives whole; 0 if nothing does, or it cannot be read. */
  int status() {
    if (fault.status() != 0 || fault.kind() != Fault.Kind.ANSWERED) {
      return fault.status();
    }
    return found ? 200 : 404;
  }
}
