// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

/** What is asked of the server; the ids of each operation begin with a word of its own. */
enum SoakOperation {
  RETRIEVE_FILE("kept"),
  LIST_FILES("listed"),
  DELETE_FILE("dropped"),
  DELETE_RESPONSE("answer");

  private final String prefix;

  SoakOperation(String prefix) {
    this.prefix = prefix;
  }

  /** The id that the call of this number asks for, or the purpose that it lists. */
  String key(int number) {
    return prefix + "-" + number;
  }

  String route() {
    return "direct:" + prefix;
  }

  boolean deletes() {
    return this == DELETE_FILE || this == DELETE_RESPONSE;
  }

  /** The operation that such an id belongs to. */
  static SoakOperation of(String key) {
    for (SoakOperation operation : values()) {
      if (key.startsWith(operation.prefix + "-")) {
        return operation;
      }
    }
    throw new IllegalArgumentException("no operation has the key " + key);
  }
}
