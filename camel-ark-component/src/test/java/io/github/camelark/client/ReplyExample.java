// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.test.ScriptedReply;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A reply, and the row of the table that it belongs to.
 *
 * @param header a header line, null for none
 */
record ReplyExample(ReplyRow row, int status, String header, String body) {

  /** In the wrapper of the API, with a code and words that mean nothing. */
  static final String API = apiError("Some.Code", "T", "Words.");

  private static final String HTML = "<html><h1>No</h1></html>";
  private static final String BARE = "{\"message\":\"Words.\"}";
  private static final String MISSING = apiError("InvalidFile.NotFound", "NotFound", "Words.");

  static List<ReplyExample> all() {
    return Stream.of(
            of(ReplyRow.UNREADABLE, HTML, 200, 201, 206),
            of(ReplyRow.UNREADABLE, "{\"id\":", 200),
            of(ReplyRow.UNREADABLE, "{\"id\":\"another\",\"deleted\":true}", 200),
            of(ReplyRow.UNREADABLE, API, 200, 202),
            of(ReplyRow.UNREADABLE, "{\"success\":false,\"message\":\"invalid token\"}", 200),
            of(ReplyRow.REDIRECT, "", 301, 302, 303, 304, 307, 308),
            of(ReplyRow.STORAGE_FULL, code("OperationDenied.FileQuotaExceeded"), 403, 429),
            of(ReplyRow.STORAGE_FULL, code("quotaExceeded"), 400, 403, 429),
            of(ReplyRow.QUOTA_USED_UP, code("insufficient_quota"), 400, 403, 429),
            of(ReplyRow.QUOTA_USED_UP, type("billing_not_active"), 403, 429),
            of(ReplyRow.QUOTA_USED_UP, code("SetLimitExceeded"), 429),
            of(ReplyRow.QUOTA_USED_UP, "{\"code\":\"insufficient_user_quota\",\"msg\":\"M\"}", 403),
            of(ReplyRow.QUOTA_USED_UP, API, 402),
            of(ReplyRow.QUOTA_USED_UP, "", 402),
            of(ReplyRow.NOT_READY, code("OperationDenied.InvalidState"), 403),
            with("Retry-After: 1", ReplyRow.CALLS_USED_UP, BARE, 403),
            with("Retry-After: 1", ReplyRow.QUOTA_USED_UP, code("insufficient_quota"), 403, 429),
            of(ReplyRow.UNAUTHORIZED, API, 401),
            of(ReplyRow.UNAUTHORIZED, HTML, 401),
            of(ReplyRow.FORBIDDEN, API, 403),
            of(ReplyRow.FORBIDDEN, "", 403),
            of(ReplyRow.MISSING, MISSING, 404, 410),
            of(ReplyRow.WRONG_ADDRESS, code("unknown_url"), 404, 410),
            of(ReplyRow.WRONG_ADDRESS, apiError("", "", "Invalid URL (GET /v1/files)"), 404),
            of(ReplyRow.MISSING_OR_WRONG_ADDRESS, "", 404, 410),
            of(ReplyRow.MISSING_OR_WRONG_ADDRESS, HTML, 404),
            of(ReplyRow.MISSING_OR_WRONG_ADDRESS, BARE, 404, 410),
            of(ReplyRow.NO_SUCH_OPERATION, API, 405),
            of(ReplyRow.NO_SUCH_OPERATION, HTML, 405),
            of(ReplyRow.NOT_IMPLEMENTED, API, 501),
            of(ReplyRow.NOT_IMPLEMENTED, "", 501),
            of(ReplyRow.TOO_MANY, API, 429),
            of(ReplyRow.TOO_MANY, "", 429),
            of(ReplyRow.DOWN, API, 503),
            of(ReplyRow.FAILED, "disconnect/reset before headers", 503),
            of(ReplyRow.FAILED, BARE, 503),
            of(ReplyRow.FAILED, "", 500, 502, 503, 504),
            of(ReplyRow.FAILED, API, 500, 502, 504, 529, 599),
            of(ReplyRow.FAILED_BEHIND, API, 424, 499),
            of(ReplyRow.NOT_PROCESSED, API, 408, 425),
            of(ReplyRow.IN_CONFLICT, API, 409, 423),
            of(ReplyRow.REFUSED, API, 400, 406, 411, 413, 415, 422, 451),
            of(ReplyRow.REFUSED, "", 400, 422))
        .flatMap(examples -> examples)
        .toList();
  }

  ScriptedReply reply() {
    ScriptedReply reply = ScriptedReply.of(status, body);
    return header == null ? reply : reply.withHeader(name(), header.substring(name().length() + 2));
  }

  static String apiError(String code, String type, String message) {
    return "{\"error\":{\"code\":\"%s\",\"type\":\"%s\",\"message\":\"%s\",\"param\":\"\"}}"
        .formatted(code, type, message);
  }

  private String name() {
    return header.substring(0, header.indexOf(':'));
  }

  private static String code(String code) {
    return apiError(code, "", "Words.");
  }

  private static String type(String type) {
    return apiError("", type, "Words.");
  }

  private static Stream<ReplyExample> of(ReplyRow row, String body, int... statuses) {
    return with(null, row, body, statuses);
  }

  private static Stream<ReplyExample> with(
      String header, ReplyRow row, String body, int... statuses) {
    return IntStream.of(statuses).mapToObj(status -> new ReplyExample(row, status, header, body));
  }

  @Override
  public String toString() {
    return status
        + (header == null ? "" : " " + header)
        + " "
        + body.substring(0, Math.min(60, body.length()))
        + " is "
        + row;
  }

  /** Rows that need more than a reply. */
  static List<ReplyRow> withoutExample() {
    return Arrays.stream(ReplyRow.values())
        .filter(row -> all().stream().noneMatch(example -> example.row() == row))
        .toList();
  }
}
