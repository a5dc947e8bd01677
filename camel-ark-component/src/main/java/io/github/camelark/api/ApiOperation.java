// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

/**
 * A call of the API. The resource is the path of an {@code ark:} URI, the name is its {@code
 * operation}.
 */
public enum ApiOperation {
  /** {@code GET /files/{id}}. */
  RETRIEVE_FILE("files", "retrieve", "GET"),
  /** {@code GET /files}. */
  LIST_FILES("files", "list", "GET"),
  /** {@code DELETE /files/{id}}. */
  DELETE_FILE("files", "delete", "DELETE"),
  /** {@code DELETE /responses/{id}}. */
  DELETE_RESPONSE("responses", "delete", "DELETE");

  private final String resource;
  private final String operation;
  private final String method;

  ApiOperation(String resource, String operation, String method) {
    this.resource = resource;
    this.operation = operation;
    this.method = method;
  }

  /** The resource, for example {@code files}. */
  public String resource() {
    return resource;
  }

  /** The name within the resource, for example {@code delete}. */
  public String operation() {
    return operation;
  }

  /** The HTTP method. */
  public String method() {
    return method;
  }

  /** Whether doing it twice is as good as once, so that it may be sent again blindly. */
  public boolean isRepeatable() {
    return !"POST".equals(method);
  }

  /** For messages, for example {@code files delete}. */
  @Override
  public String toString() {
    return resource + " " + operation;
  }
}
