// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

import org.jspecify.annotations.Nullable;

/**
 * The calls of the API, a row each. The name is the {@code operation} of an {@code ark:} URI.
 *
 * <p>A call by id names one thing that the API keeps. A message says which in the header, option or
 * body of its {@link ApiResource}.
 */
public enum ApiOperation {
  /** {@code GET /files/{id}}. */
  RETRIEVE_FILE(ApiResource.FILES, "retrieve", "GET", true),
  /** {@code GET /files}. */
  LIST_FILES(ApiResource.FILES, "list", "GET", false),
  /** {@code POST /files}. */
  UPLOAD_FILE(ApiResource.FILES, "upload", "POST", false),
  /** {@code GET /files/{id}/content}. */
  FILE_CONTENT(ApiResource.FILES, "content", "GET", true),
  /** {@code DELETE /files/{id}}. */
  DELETE_FILE(ApiResource.FILES, "delete", "DELETE", true),
  /** {@code POST /responses}. */
  CREATE_RESPONSE(ApiResource.RESPONSES, "create", "POST", false),
  /** {@code GET /responses/{id}}. */
  RETRIEVE_RESPONSE(ApiResource.RESPONSES, "retrieve", "GET", true),
  /** {@code DELETE /responses/{id}}. */
  DELETE_RESPONSE(ApiResource.RESPONSES, "delete", "DELETE", true);

  private final ApiResource resource;
  private final String operation;
  private final String method;
  private final boolean byId;

  ApiOperation(ApiResource resource, String operation, String method, boolean byId) {
    this.resource = resource;
    this.operation = operation;
    this.method = method;
    this.byId = byId;
  }

  /** What is acted upon. */
  public ApiResource resource() {
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

  /** Whether the call names one thing by its id. */
  public boolean isById() {
    return byId;
  }

  /** Whether it deletes what it names. */
  public boolean isDeletion() {
    return "DELETE".equals(method);
  }

  /** Whether doing it twice is as good as once, so that it may be sent again blindly. */
  public boolean isRepeatable() {
    return !"POST".equals(method);
  }

  /** What follows the id in the path of a call by id; empty for nothing. */
  public String pathAfterId() {
    return this == FILE_CONTENT ? "/content" : "";
  }

  /** Whether the body of a success is not read to its end, but handed on while it comes. */
  public boolean isStreamed() {
    return this == FILE_CONTENT;
  }

  /** Whether a model answers it, which takes minutes. */
  public boolean takesLong() {
    return this == CREATE_RESPONSE;
  }

  /**
   * What to do where it is not known whether it was executed; null if it may simply be repeated.
   *
   * @param name what the call was about; null for nothing
   */
  public @Nullable String adviceAfterLoss(@Nullable String name) {
    return switch (this) {
      case UPLOAD_FILE -> "the file may be there: look for " + name + " before you send it again";
      case CREATE_RESPONSE ->
          "the response may have been generated and charged, and cannot be found without its id:"
              + " decide whether to send it again";
      default -> null;
    };
  }

  /** For messages, for example {@code files delete}. */
  @Override
  public String toString() {
    return resource + " " + operation;
  }
}
