// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.api.ApiResource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the path and query of requests. Everything that varies is percent-encoded as one segment
 * or value, so that no id and no purpose can change which resource is meant. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2">RFC 3986 section 2</a>
 */
final class RequestTargets {

  private final Map<ApiResource, String> paths = new EnumMap<>(ApiResource.class);
  private final String constantQuery;

  /**
   * @param basePath the path of all calls, without a slash at its end
   * @param apiVersion sent as {@code api-version} with every call, null to send none
   */
  RequestTargets(String basePath, @Nullable String apiVersion) {
    for (ApiResource resource : ApiResource.values()) {
      paths.put(resource, basePath + '/' + resource.path());
    }
    this.constantQuery =
        apiVersion == null ? "" : "api-version=" + PercentEncoding.encode(apiVersion);
  }

  /** Of a call by id. */
  String byId(ApiOperation operation, String id) {
    String target =
        paths.get(operation.resource())
            + '/'
            + PercentEncoding.encode(id)
            + operation.pathAfterId();
    return withQuery(target);
  }

  /** Of a call that adds something to all there is. */
  String all(ApiOperation operation) {
    return withQuery(String.valueOf(paths.get(operation.resource())));
  }

  private String withQuery(String target) {
    return constantQuery.isEmpty() ? target : target + '?' + constantQuery;
  }

  /** Of a list of files. */
  String files(FileQuery query) {
    StringBuilder target = new StringBuilder(200).append(paths.get(ApiResource.FILES));
    int path = target.length();
    append(target, "&after=", query.after());
    append(target, "&limit=", query.limit() == null ? null : query.limit().toString());
    append(target, "&purpose=", query.purpose());
    append(target, "&order=", query.order());
    if (!constantQuery.isEmpty()) {
      target.append('&').append(constantQuery);
    }
    if (target.length() > path) {
      target.setCharAt(path, '?');
    }
    return target.toString();
  }

  private static void append(StringBuilder target, String parameter, @Nullable String value) {
    if (value != null) {
      target.append(parameter).append(PercentEncoding.encode(value));
    }
  }
}
