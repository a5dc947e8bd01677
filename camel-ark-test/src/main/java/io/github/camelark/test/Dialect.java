// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import org.jspecify.annotations.Nullable;

/**
 * How one API of a provider looks on the wire: everything in which the providers differ. Immutable.
 */
interface Dialect {

  SimulatedProvider provider();

  String basePath();

  /** The header of a reply that carries the request's id. */
  String requestIdHeader();

  /** The header of a request that carries the key, and what stands before the key in it. */
  Credential credential();

  ListRules listRules();

  /** Whether the API has this collection, for a request with this query. */
  boolean serves(String collection, ApiRequest request);

  JsonText file(SimulatedFile file);

  /** Writes a page of a list; with null as its data if data is null. */
  JsonText page(FilePage page, @Nullable Iterable<JsonText> data);

  Answer error(ApiError error, String requestId);

  /** Answers a request whose path or method the API does not have at all. */
  Answer unknownRoute(ApiRequest request);

  ApiError fileNotFound(String id);

  ApiError responseNotFound(String id);

  ApiError quotaExceeded();

  /** The status of the answer to an upload. */
  default int uploadedStatus() {
    return 200;
  }

  /** Where the key is sent: {@code name: prefix + key}. */
  record Credential(String header, String prefix) {

    static final Credential BEARER = new Credential("Authorization", "Bearer ");

    boolean allows(ApiRequest request, String key) {
      return (prefix + key).equals(request.header(header));
    }
  }

  /**
   * How a list is asked for.
   *
   * @param largestLimit also what is taken if the request names no limit
   * @param pages false if the list is always whole: limit, order and cursor are not looked at
   */
  record ListRules(int largestLimit, boolean pages) {

    static final ListRules WHOLE = new ListRules(Integer.MAX_VALUE, false);
  }
}
