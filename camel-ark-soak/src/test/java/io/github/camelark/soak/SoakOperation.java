// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.ArkConstants;

/**
 * What is asked of the server, and the header that says of what. Each call has a key of its own: no
 * other call asks for the same, so that the server's record of the key is the record of the call.
 */
enum SoakOperation {
  RETRIEVE_FILE("kept", "ark:files?operation=retrieve", ArkConstants.FILE_ID),
  LIST_FILES("listed", "ark:files?operation=list", ArkConstants.PURPOSE),
  DELETE_FILE("dropped", "ark:files?operation=delete", ArkConstants.FILE_ID),
  DELETE_RESPONSE("answer", "ark:responses?operation=delete", ArkConstants.RESPONSE_ID);

  private final String prefix;
  private final String uri;
  private final String header;

  SoakOperation(String prefix, String uri, String header) {
    this.prefix = prefix;
    this.uri = uri;
    this.header = header;
  }

  /** The id or purpose that the call of this number asks for: all operations in turn. */
  static String key(int number) {
    return values()[number % values().length].prefix + "-" + number;
  }

  static SoakOperation of(String key) {
    for (SoakOperation operation : values()) {
      if (key.startsWith(operation.prefix + "-")) {
        return operation;
      }
    }
    throw new IllegalArgumentException("no operation has the key " + key);
  }

  String uri() {
    return uri;
  }

  String header() {
    return header;
  }

  boolean deletes() {
    return this == DELETE_FILE || this == DELETE_RESPONSE;
  }
}
