// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The calls that the simulator answers. */
enum SimulatedOperation {
  LIST_FILES("GET", "files", false, ""),
  UPLOAD_FILE("POST", "files", false, ""),
  RETRIEVE_FILE("GET", "files", true, ""),
  FILE_CONTENT("GET", "files", true, "content"),
  DELETE_FILE("DELETE", "files", true, ""),
  CREATE_RESPONSE("POST", "responses", false, ""),
  RETRIEVE_RESPONSE("GET", "responses", true, ""),
  DELETE_RESPONSE("DELETE", "responses", true, "");

  private final String method;
  private final String collection;
  private final boolean withId;
  private final String below;

  SimulatedOperation(String method, String collection, boolean withId, String below) {
    this.method = method;
    this.collection = collection;
    this.withId = withId;
    this.below = below;
  }

  /**
   * Returns the operation of a path, null if the method does not fit it.
   *
   * @param below what follows the id, for example {@code content}; empty for nothing
   */
  static @Nullable SimulatedOperation find(
      String method, String collection, boolean withId, String below) {
    return Arrays.stream(values())
        .filter(operation -> operation.method.equals(method))
        .filter(operation -> operation.hasPath(collection, withId, below))
        .findFirst()
        .orElse(null);
  }

  /** Returns whether any method has this path. */
  static boolean isPath(String collection, boolean withId, String below) {
    return Arrays.stream(values()).anyMatch(each -> each.hasPath(collection, withId, below));
  }

  private boolean hasPath(String wanted, boolean wantedId, String wantedBelow) {
    return collection.equals(wanted) && withId == wantedId && below.equals(wantedBelow);
  }
}
