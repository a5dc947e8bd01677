// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The calls that the simulator answers. */
enum Operation {
  LIST_FILES("GET", "files", false),
  UPLOAD_FILE("POST", "files", false),
  RETRIEVE_FILE("GET", "files", true),
  DELETE_FILE("DELETE", "files", true),
  DELETE_RESPONSE("DELETE", "responses", true);

  private final String method;
  private final String collection;
  private final boolean withId;

  Operation(String method, String collection, boolean withId) {
    this.method = method;
    this.collection = collection;
    this.withId = withId;
  }

  static @Nullable Operation find(String method, String collection, boolean withId) {
    return Arrays.stream(values())
        .filter(operation -> operation.collection.equals(collection))
        .filter(operation -> operation.method.equals(method) && operation.withId == withId)
        .findFirst()
        .orElse(null);
  }

  static boolean isCollection(String name) {
    return Arrays.stream(values()).anyMatch(operation -> operation.collection.equals(name));
  }
}
