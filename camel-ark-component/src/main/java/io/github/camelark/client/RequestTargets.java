// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import org.jspecify.annotations.Nullable;

/**
 * Writes the path and query of requests. Everything that varies is percent-encoded as one segment
 * or value, so that no id and no purpose can change which resource is meant. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2">RFC 3986 section 2</a>
 */
final class RequestTargets {

  private final String filesPath;
  private final String responsesPath;
  private final String constantQuery;

  /**
   * @param basePath the path of all calls, without a slash at its end
   * @param apiVersion sent as {@code api-version} with every call, null to send none
   */
  RequestTargets(String basePath, @Nullable String apiVersion) {
    this.filesPath = basePath + "/files";
    this.responsesPath = basePath + "/responses";
    this.constantQuery =
        apiVersion == null ? "" : "api-version=" + PercentEncoding.encode(apiVersion);
  }

  String file(String id) {
    return single(filesPath, id);
  }

  String response(String id) {
    return single(responsesPath, id);
  }

  String files(FileQuery query) {
    StringBuilder target = new StringBuilder(filesPath);
    append(target, "after", query.after());
    append(target, "limit", query.limit() == null ? null : query.limit().toString());
    append(target, "purpose", query.purpose());
    append(target, "order", query.order());
    if (!constantQuery.isEmpty()) {
      target.append(separator(target)).append(constantQuery);
    }
    return target.toString();
  }

  private String single(String path, String id) {
    String target = path + '/' + PercentEncoding.encode(id);
    return constantQuery.isEmpty() ? target : target + '?' + constantQuery;
  }

  private void append(StringBuilder target, String name, @Nullable String value) {
    if (value != null) {
      target.append(separator(target)).append(name).append('=');
      target.append(PercentEncoding.encode(value));
    }
  }

  private char separator(StringBuilder target) {
    return target.length() == filesPath.length() ? '?' : '&';
  }
}
