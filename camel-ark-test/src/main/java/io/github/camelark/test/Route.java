// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import org.jspecify.annotations.Nullable;

/**
 * What a path below a provider's base path means.
 *
 * @param collection {@code files} or {@code responses}
 * @param operation null if the method does not fit the path
 * @param id decoded; empty if the path is the collection's
 * @param below what follows the id: {@code content}, or empty for nothing
 */
record Route(String collection, @Nullable SimulatedOperation operation, String id, String below) {

  /** Returns the route, or null if there is none. */
  static @Nullable Route of(String method, String pathBelowBase) {
    // The path is not normalised: dots and encoded slashes belong to the id, as they were sent.
    String[] segments = pathBelowBase.split("/", -1);
    if (segments.length < 2 || segments.length > 4) {
      return null;
    }
    String collection = segments[1];
    // An empty id is no id: DELETE on the collection, which no provider allows.
    String id = segments.length > 2 ? ApiRequest.decodeSegment(segments[2]) : "";
    String below = segments.length > 3 ? segments[3] : "";
    return SimulatedOperation.isPath(collection, !id.isEmpty(), below)
        ? new Route(
            collection,
            SimulatedOperation.find(method, collection, !id.isEmpty(), below),
            id,
            below)
        : null;
  }
}
