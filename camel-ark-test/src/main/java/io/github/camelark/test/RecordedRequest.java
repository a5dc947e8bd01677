// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached the simulator, as it was sent. Immutable.
 *
 * @param provider the provider whose API was called, null if the path belongs to none
 * @param account the name of the account whose key was sent, null if there is none
 * @param method the HTTP method in capitals
 * @param path the path, still percent-encoded, without the query
 * @param query the query, still percent-encoded, null if there was none
 * @param headers the headers; names are found in any case, keys are shown as {@code ***}
 * @param status the HTTP status that was answered, 0 if no answer was sent, or not yet
 */
public record RecordedRequest(
    @Nullable SimulatedProvider provider,
    @Nullable String account,
    String method,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    int status) {

  /** Returns the first value of a header, whatever the case of its name, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  RecordedRequest answered(int newStatus) {
    return new RecordedRequest(provider, account, method, path, query, headers, newStatus);
  }
}
