// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.error;

import io.github.camelark.model.RemoteText;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a failed call. Texts of the server are escaped and hold no API key.
 *
 * @param operation what was asked for, for example {@code files delete}
 * @param resourceId the file or response it was asked of, null for a list
 * @param status the HTTP status, 0 if there was no reply
 * @param code the API's error code
 * @param type the API's error type
 * @param param the parameter that the API complains about
 * @param target what Azure complains about
 * @param details further errors that Azure gives, and the codes of its inner errors
 * @param requestId the server's id of the request, else the one sent with it
 * @param body the start of the reply's body, at most 1 KB
 * @param message what happened, in a few words
 */
public record ArkFailure(
    String operation,
    @Nullable String resourceId,
    int status,
    @Nullable String code,
    @Nullable String type,
    @Nullable String param,
    @Nullable String target,
    List<String> details,
    @Nullable String requestId,
    @Nullable String body,
    String message)
    implements Serializable {

  /** The details may be as long as the rest together: a line of a log holds only their start. */
  private static final int MAX_DETAILS = 300;

  /** A failure without a reply. */
  public static ArkFailure of(
      String operation, @Nullable String resourceId, @Nullable String requestId, String message) {
    return new ArkFailure(
        operation, resourceId, 0, null, null, null, null, List.of(), requestId, null, message);
  }

  /** One line: operation, resource, status, code, message, what to do, request id. */
  String toLine(String advice) {
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
