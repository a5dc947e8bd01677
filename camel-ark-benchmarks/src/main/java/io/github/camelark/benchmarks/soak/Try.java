// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

/**
 * A request that reached the server.
 *
 * @param fault how it was treated
 * @param found whether that which was asked for was there
 */
record Try(Fault fault, boolean found) {

  static Try fromText(String text) {
    int colon = text.indexOf(':');
    return new Try(
        Fault.valueOf(text.substring(0, colon)), Boolean.parseBoolean(text.substring(colon + 1)));
  }

  String toText() {
    return fault + ":" + found;
  }

  /** The status of what arrives whole; 0 if nothing does, or no HTTP. */
  int status() {
    if (fault.status() != 0 || fault.kind() != Fault.Kind.ANSWERED) {
      return fault.status();
    }
    return found ? 200 : 404;
  }
}
