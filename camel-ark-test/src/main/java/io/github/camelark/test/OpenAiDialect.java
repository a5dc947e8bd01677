// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API of OpenAI, see https://github.com/openai/openai-openapi. */
final class OpenAiDialect implements Dialect {

  private static final String REFUSAL = "invalid_request_error";

  private static final ErrorNames ERRORS =
      new ErrorNames(
          Map.of(
              401, new ErrorNames.Name("invalid_api_key", REFUSAL),
              429, new ErrorNames.Name("rate_limit_exceeded", "requests")),
          new ErrorNames.Name(null, REFUSAL),
          new ErrorNames.Name(null, "server_error"));

  private static final UploadRules UPLOADS =
      new UploadRules(
          Set.of("assistants", "batch", "fine-tune", "vision", "user_data", "evals"),
          false,
          new UploadRules.Expiry(
              "expires_after[seconds]",
              false,
              "expires_after[anchor]",
              Duration.ofHours(1),
              Duration.ofDays(30)));

  /** What users uploaded is theirs already. */
  private static final Set<String> INPUTS = Set.of("assistants", "vision", "user_data", "evals");

  private static final Map<String, String> STATUSES =
      Map.of("processing", "uploaded", "active", "processed", "failed", "error");

  @Override
  public SimulatedProvider provider() {
    return SimulatedProvider.OPENAI;
  }

  @Override
  public String basePath() {
    return provider().basePath();
  }

  @Override
  public String requestIdHeader() {
    return "x-request-id";
  }

  @Override
  public Credential credential() {
    return Credential.BEARER;
  }

  @Override
  public ListRules listRules() {
    return new ListRules(10_000, true);
  }

  @Override
  public UploadRules uploadRules() {
    return UPLOADS;
  }

  @Override
  public ResponseRules responseRules() {
    return new ResponseRules(true, "response", null);
  }

  @Override
  public boolean serves(Route route, ApiRequest request) {
    return true;
  }

  @Override
  public boolean downloads(String purpose) {
    return !INPUTS.contains(purpose);
  }

  @Override
  public JsonText file(SimulatedFile file) {
    Instant expireAt = file.expireAt();
    return JsonText.object()
        .put("object", "file")
        .put("id", file.id())
        .put("purpose", file.purpose())
        .put("filename", file.filename())
        .put("bytes", file.bytes())
        .put("created_at", file.createdAt().getEpochSecond())
        .put("expires_at", expireAt == null ? null : expireAt.getEpochSecond())
        .put("status", STATUSES.getOrDefault(file.status(), file.status()));
  }

  @Override
  public JsonText page(FilePage page, @Nullable Iterable<JsonText> data) {
    return JsonText.object()
        .put("object", "list")
        .put("data", data)
        .put("first_id", page.firstId())
        .put("last_id", page.lastId())
        .put("has_more", page.hasMore());
  }

  @Override
  public SimulatedAnswer error(ApiError error, String requestId) {
    JsonText inner =
        JsonText.object()
            .put("message", error.message())
            .put("type", ERRORS.of(error.status()).type())
            .put("param", error.param())
            .put("code", ERRORS.codeOf(error));
    return SimulatedAnswer.json(error.status(), JsonText.object().put("error", inner));
  }

  @Override
  public SimulatedAnswer unknownRoute(ApiRequest request) {
    String message = "Invalid URL (" + request.method() + " " + request.path() + ")";
    return error(ApiError.of(404, message), "");
  }

  @Override
  public ApiError fileNotFound(String id) {
    return new ApiError(404, null, "No such File object: " + id, "id");
  }

  @Override
  public ApiError fileNotReady(String id) {
    return new ApiError(400, null, "The file " + id + " is not processed.", "file_id");
  }

  @Override
  public ApiError responseNotFound(String id) {
    return ApiError.of(404, "Response with id '" + id + "' not found.");
  }

  @Override
  public ApiError quotaExceeded() {
    return new ApiError(
        400, "storage_limit_exceeded", "The project has reached its file storage limit.", null);
  }
}
