// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

import io.github.camelark.text.RemoteText;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a failed call. Texts of the server are escaped and hold no API key.
 *
 * @param operation what was asked for, for example {@code files delete}
 * @param resourceId the file or response it was asked of, null for a list
 * @param method the HTTP method; null if nothing was to be sent
 * @param url the address that was called, without query; null if nothing was to be sent
 * @param status the HTTP status, 0 if there was no reply
 * @param code the API's error code
 * @param type the API's error type
 * @param param the parameter that the API complains about
 * @param target what Azure complains about
 * @param details further errors that Azure gives, and the codes of its inner errors
 * @param requestId the server's id of the request, else the one sent with it
 * @param body the start of the reply's body, at most 1 KB
 * @param message what happened, in a few words
 * @param mayHaveBeenExecuted whether the service may have done what was asked all the same
 */
public record ApiFailure(
    String operation,
    @Nullable String resourceId,
    @Nullable String method,
    @Nullable String url,
    int status,
    @Nullable String code,
    @Nullable String type,
    @Nullable String param,
    @Nullable String target,
    List<String> details,
    @Nullable String requestId,
    @Nullable String body,
    String message,
    boolean mayHaveBeenExecuted)
    implements Serializable {

  /** The details may be as long as the rest together: a line of a log holds only their start. */
  private static final int MAX_DETAILS = 300;

  /** A failure before anything was sent. */
  public static ApiFailure of(
      String operation, @Nullable String resourceId, @Nullable String requestId, String message) {
    return of(operation, resourceId, null, null, requestId, message, false);
  }

  /** A failure without a reply. */
  public static ApiFailure of(
      String operation,
      @Nullable String resourceId,
      @Nullable String method,
      @Nullable String url,
      @Nullable String requestId,
      String message,
      boolean mayHaveBeenExecuted) {
    return new ApiFailure(
        operation,
        resourceId,
        method,
        url,
        0,
        null,
        null,
        null,
        null,
        List.of(),
        requestId,
        null,
        message,
        mayHaveBeenExecuted);
  }

  /** The same failure of a reply of which no more is known than its status. */
  public ApiFailure withStatus(int newStatus) {
    return new ApiFailure(
        operation,
        resourceId,
        method,
        url,
        newStatus,
        code,
        type,
        param,
        target,
        details,
        requestId,
        body,
        message,
        mayHaveBeenExecuted);
  }

  /** The same failure of a call of which an earlier attempt may have been executed. */
  public ApiFailure afterPossibleExecution() {
    return new ApiFailure(
        operation,
        resourceId,
        method,
        url,
        status,
        code,
        type,
        param,
        target,
        details,
        requestId,
        body,
        message,
        true);
  }

  /** One line: operation, resource, status, code, message, what to do, request id. */
  public String toLine(String advice) {
    StringBuilder line = new StringBuilder("ark:").append(operation);
    if (resourceId != null) {
      line.append(" of '").append(RemoteText.excerpt(resourceId, 100)).append('\'');
    }
    line.append(" failed: ");
    if (status != 0) {
      line.append("HTTP ").append(status).append(' ');
    }
    if (code != null) {
      line.append(code).append(": ");
    }
    line.append(message);
    if (!details.isEmpty()) {
      line.append("; ").append(RemoteText.excerpt(String.join("; ", details), MAX_DETAILS));
    }
    if (param != null && !param.isEmpty()) {
      line.append(" (parameter ").append(param).append(')');
    }
    if (!advice.isEmpty()) {
      line.append(" - ").append(advice);
    }
    if (requestId != null) {
      line.append(" [request id ").append(requestId).append(']');
    }
    return line.toString();
  }
}
