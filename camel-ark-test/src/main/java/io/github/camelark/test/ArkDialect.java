// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API of Volcengine Ark. Error codes: https://www.volcengine.com/docs/82379/1299023 */
final class ArkDialect implements Dialect {

  private static final ErrorNames ERRORS =
      new ErrorNames(
          Map.ofEntries(
              Map.entry(400, new ErrorNames.Name("InvalidParameter", "BadRequest")),
              Map.entry(401, new ErrorNames.Name("AuthenticationError", "Unauthorized")),
              Map.entry(403, new ErrorNames.Name("AccessDenied", "Forbidden")),
              Map.entry(404, new ErrorNames.Name("ResourceNotFound", "NotFound")),
              Map.entry(405, new ErrorNames.Name("MethodNotAllowed", "MethodNotAllowed")),
              Map.entry(409, new ErrorNames.Name("Conflict", "Conflict")),
              Map.entry(413, new ErrorNames.Name("RequestTooLarge", "BadRequest")),
              Map.entry(424, new ErrorNames.Name("UpstreamUnavailable", "FailedDependency")),
              Map.entry(429, new ErrorNames.Name("AccountRateLimitExceeded", "TooManyRequests")),
              Map.entry(499, new ErrorNames.Name("RequestCanceled", "RequestCanceled"))),
          new ErrorNames.Name("BadRequest", "BadRequest"),
          new ErrorNames.Name("InternalServiceError", "InternalServerError"));

  private static final UploadRules UPLOADS =
      new UploadRules(
          Set.of("user_data", "agent"),
          false,
          new UploadRules.Expiry("expire_at", true, null, Duration.ofDays(1), Duration.ofDays(30)));

  @Override
  public SimulatedProvider provider() {
    return SimulatedProvider.ARK;
  }

  @Override
  public String basePath() {
    return provider().basePath();
  }

  @Override
  public String requestIdHeader() {
    return "X-Request-Id";
  }

  @Override
  public Credential credential() {
    return Credential.BEARER;
  }

  @Override
  public ListRules listRules() {
    return new ListRules(100, true);
  }

  @Override
  public UploadRules uploadRules() {
    return UPLOADS;
  }

  @Override
  public ResponseRules responseRules() {
    return new ResponseRules(false, "response", Duration.ofDays(3));
  }

  /** There is no download. */
  @Override
  public boolean serves(Route route, ApiRequest request) {
    return !route.below().equals("content");
  }

  @Override
  public boolean downloads(String purpose) {
    return false;
  }

  @Override
  public JsonText file(SimulatedFile file) {
    JsonText json =
        JsonText.object()
            .put("object", "file")
            .put("id", file.id())
            .put("purpose", file.purpose())
            .put("filename", file.filename());
    if (file.status().equals("active")) {
      json.put("bytes", file.bytes()).put("mime_type", file.mimeType());
    }
    json.put("created_at", file.createdAt().getEpochSecond())
        .put("expire_at", Objects.requireNonNull(file.expireAt()).getEpochSecond())
        .put("status", file.status());
    if (file.status().equals("failed")) {
      json.put("error", processingError());
    }
    return json;
  }

  private static JsonText processingError() {
    return JsonText.object()
        .put("code", "InvalidParameter")
        .put("message", "The file could not be processed.");
  }

  @Override
  public JsonText page(FilePage page, @Nullable Iterable<JsonText> data) {
    // "file" and not "list", as in the samples of https://www.volcengine.com/docs/82379/1870407
    return JsonText.object()
        .put("object", "file")
        .put("data", data)
        .put("first_id", page.firstId())
        .put("last_id", page.lastId())
        .put("has_more", page.hasMore());
  }

  @Override
  public SimulatedAnswer error(ApiError error, String requestId) {
    JsonText inner =
        JsonText.object()
            .put("code", ERRORS.codeOf(error))
            .put("message", error.message() + " Request id: " + requestId)
            .put("param", Objects.requireNonNullElse(error.param(), ""))
            .put("type", ERRORS.of(error.status()).type());
    return SimulatedAnswer.json(error.status(), JsonText.object().put("error", inner));
  }

  @Override
  public SimulatedAnswer unknownRoute(ApiRequest request) {
    return SimulatedAnswer.empty(404);
  }

  @Override
  public ApiError fileNotFound(String id) {
    return new ApiError(
        404, "InvalidFile.NotFound", "The specified file " + id + " is not found.", null);
  }

  @Override
  public ApiError fileNotReady(String id) {
    return new ApiError(
        403, "OperationDenied.InvalidState", "The file " + id + " is not active.", null);
  }

  @Override
  public ApiError responseNotFound(String id) {
    return ApiError.of(404, "The specified response " + id + " is not found.");
  }

  @Override
  public ApiError quotaExceeded() {
    return new ApiError(
        403,
        "OperationDenied.FileQuotaExceeded",
        "The account has exhausted its file storage quota. Please delete historical files.",
        null);
  }
}
