// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came from the network. Immutable.
 *
 * @param path still percent-encoded
 * @param query still percent-encoded
 * @param headers found by a name in any case
 * @param body what was read of it
 */
record ApiRequest(
    String method,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    RequestBody body) {

  ApiRequest with(RequestBody newBody) {
    return new ApiRequest(method, path, query, headers, newBody);
  }

  @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** Returns a query parameter; null if it is missing or empty. */
  @Nullable String parameter(String name) {
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && equals < pair.length() - 1 && pair.substring(0, equals).equals(name)) {
        return URLDecoder.decode(pair.substring(equals + 1), UTF_8);
      }
    }
    return null;
  }

  /** Returns the request as if these query parameters and fields of a form had not been sent. */
  ApiRequest without(Set<String> parameters) {
    if (parameters.isEmpty()) {
      return this;
    }
    String left =
        query == null
            ? null
            : Arrays.stream(query.split("&", -1))
                .filter(pair -> !parameters.contains(pair.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
    return new ApiRequest(method, path, left, headers, body.without(parameters));
  }

  @Nullable FormPart part(String name) {
    return body.parts().stream().filter(part -> name.equals(part.name())).findFirst().orElse(null);
  }

  /** Returns the request as users see it, without the keys. */
  RecordedRequest recorded(@Nullable SimulatedProvider provider, @Nullable String account) {
    Map<String, List<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> shown.put(name, SecretHeaders.hide(name, values)));
    return new RecordedRequest(
        provider, account, method, path, query, Collections.unmodifiableMap(shown), 0);
  }

  /** Leaves out the headers, which carry keys. */
  @Override
  public String toString() {
    return method + " " + path + (query == null ? "" : "?" + query);
  }

  /** Undoes the percent-encoding of one path segment, in which a plus is a plus. */
  static String decodeSegment(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }
}
