// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

/** The calls to a hostile server. */
enum FuzzedCall {
  LIST("ark:files?operation=list"),
  LIST_ALL("ark:files?operation=list&paging=all&order=asc"),
  RETRIEVE("ark:files?operation=retrieve"),
  DELETE_FILE("ark:files?operation=delete"),
  DELETE_RESPONSE("ark:responses?operation=delete"),
  POLL("ark:files?idempotent=false"),
  POLL_FROM_CURSOR(
      "ark:files?idempotentRepository=#done&cursorRepository=#cursors&cursorKey=cursor&olderThan=1s"
          + "&status=active,processing");

  private final String uri;

  FuzzedCall(String uri) {
    this.uri = uri;
  }

  String uri() {
    return uri;
  }

  boolean isPoll() {
    return this == POLL || this == POLL_FROM_CURSOR;
  }
}
