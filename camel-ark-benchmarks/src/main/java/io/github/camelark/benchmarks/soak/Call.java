// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

/**
 * A call that is made once: nothing else asks for the same thing, so that the server's record of it
 * is the record of this call.
 *
 * @param number counted from 0
 */
record Call(SoakOperation operation, int number) {

  /** All operations in turn. */
  static Call of(int number) {
    SoakOperation[] operations = SoakOperation.values();
    return new Call(operations[number % operations.length], number);
  }

  String key() {
    return operation.key(number);
  }
}
