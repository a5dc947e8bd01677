// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Duration;
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

  UploadRules uploadRules();

  ResponseRules responseRules();

  /** Whether the API has this path, for a request with this query. */
  boolean serves(Route route, ApiRequest request);

  /** Whether files of a purpose can be downloaded. */
  boolean downloads(String purpose);

  JsonText file(SimulatedFile file);

  /** Writes a page of a list; with null as its data if data is null. */
  JsonText page(FilePage page, @Nullable Iterable<JsonText> data);

  SimulatedAnswer error(ApiError error, String requestId);

  /** Answers a request whose path or method the API does not have at all. */
  SimulatedAnswer unknownRoute(ApiRequest request);

  ApiError fileNotFound(String id);

  /** What a use of a file means that is still processed, or could not be. */
  ApiError fileNotReady(String id);

  ApiError responseNotFound(String id);

  ApiError quotaExceeded();

  /** Answers an upload. */
  default SimulatedAnswer uploaded(SimulatedFile file) {
    return SimulatedAnswer.json(200, file(file));
  }

  /** Where the key is sent: {@code name: prefix + key}. */
  record Credential(String header, String prefix) {

    static final Credential BEARER = new Credential("Authorization", "Bearer ");

    boolean allows(ApiRequest request, String key) {
      return (prefix + key).equals(request.header(header));
    }
  }

  /**
   * How model responses are kept.
   *
   * @param background whether a response may be answered later
   * @param deletedObject what the reply to a deletion calls it
   * @param retention how long one is kept that says nothing else, where replies tell; else null
   */
  record ResponseRules(boolean background, String deletedObject, @Nullable Duration retention) {}

  /**
   * How a list is asked for.
   *
   * @param largestLimit also what is taken if the request names no limit
   * @param pages false if the list is always whole: limit, order and cursor are ignored
   */
  record ListRules(int largestLimit, boolean pages) {

    static final ListRules WHOLE = new ListRules(Integer.MAX_VALUE, false);
  }
}
