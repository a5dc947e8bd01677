// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API of Azure OpenAI, in the dated form of 2024-10-21 (below {@code /openai}, with an
 * api-version) or in the v1 form.
 *
 * <p>See azureopenai.json and azure-v1-v1-generated.yaml in
 * https://github.com/Azure/azure-rest-api-specs
 */
final class AzureDialect implements Dialect {

  private static final ErrorNames ERRORS =
      new ErrorNames(
          Map.of(
              401, new ErrorNames.Name("unauthorized", ""),
              403, new ErrorNames.Name("forbidden", ""),
              404, new ErrorNames.Name("notFound", ""),
              405, new ErrorNames.Name("405", ""),
              409, new ErrorNames.Name("conflict", ""),
              429, new ErrorNames.Name("tooManyRequests", ""),
              503, new ErrorNames.Name("serviceUnavailable", "")),
          new ErrorNames.Name("invalidPayload", ""),
          new ErrorNames.Name("internalFailure", ""));

  private static final Map<String, String> STATUSES =
      Map.of("processing", "running", "active", "processed", "failed", "error");

  private static final UploadRules DATED_UPLOADS =
      new UploadRules(Set.of("assistants", "batch", "fine-tune"), true, null);

  // The documented least is 14 days; 3 days are taken in practice.
  private static final UploadRules V1_UPLOADS =
      new UploadRules(
          Set.of("assistants", "batch", "fine-tune", "evals"),
          true,
          new UploadRules.Expiry(
              "expires_after[seconds]",
              false,
              "expires_after[anchor]",
              Duration.ofDays(3),
              Duration.ofDays(30)));

  private final boolean dated;

  private AzureDialect(boolean dated) {
    this.dated = dated;
  }

  static AzureDialect dated() {
    return new AzureDialect(true);
  }

  static AzureDialect v1() {
    return new AzureDialect(false);
  }

  @Override
  public SimulatedProvider provider() {
    return SimulatedProvider.AZURE;
  }

  @Override
  public String basePath() {
    return provider().basePath() + (dated ? "" : "/v1");
  }

  @Override
  public String requestIdHeader() {
    return "apim-request-id";
  }

  @Override
  public Credential credential() {
    return new Credential("api-key", "");
  }

  @Override
  public ListRules listRules() {
    return ListRules.WHOLE;
  }

  @Override
  public UploadRules uploadRules() {
    return dated ? DATED_UPLOADS : V1_UPLOADS;
  }

  @Override
  public ResponseRules responseRules() {
    return new ResponseRules(true, "response.deleted", null);
  }

  @Override
  public boolean serves(Route route, ApiRequest request) {
    String version = request.parameter("api-version");
    // The stable dated versions have no Responses API.
    return !dated
        || (version != null && (route.collection().equals("files") || version.contains("preview")));
  }

  @Override
  public boolean downloads(String purpose) {
    return true;
  }

  @Override
  public SimulatedAnswer uploaded(SimulatedFile file) {
    if (!dated) {
      return SimulatedAnswer.json(200, file(file));
    }
    JsonText json =
        JsonText.object()
            .put("status", "pending")
            .put("purpose", file.purpose())
            .put("filename", file.filename())
            .put("id", file.id())
            .put("created_at", file.createdAt().getEpochSecond())
            .put("object", "file");
    return SimulatedAnswer.json(201, json).with("Location", basePath() + "/files/" + file.id());
  }

  @Override
  public JsonText file(SimulatedFile file) {
    boolean failed = file.status().equals("failed");
    JsonText json =
        JsonText.object()
            .put("object", "file")
            .put("id", file.id())
            .put("purpose", file.purpose())
            .put("filename", file.filename())
            .put("bytes", file.bytes())
            .put("created_at", file.createdAt().getEpochSecond())
            .put("status", STATUSES.getOrDefault(file.status(), file.status()))
            .put("status_details", failed ? "The file could not be processed." : null);
    if (!dated && file.expireAt() != null) {
      json.put("expires_at", file.expireAt().getEpochSecond());
    }
    return json;
  }

  @Override
  public JsonText page(FilePage page, @Nullable Iterable<JsonText> data) {
    JsonText json = JsonText.object().put("object", "list").put("data", data);
    if (!dated) {
      json.put("first_id", page.firstId()).put("last_id", page.lastId()).put("has_more", false);
    }
    return json;
  }

  @Override
  public SimulatedAnswer error(ApiError error, String requestId) {
    JsonText inner =
        JsonText.object().put("code", ERRORS.codeOf(error)).put("message", error.message());
    if (error.status() == 400) {
      inner.put("innererror", JsonText.object().put("code", "invalidPayload"));
    }
    return SimulatedAnswer.json(error.status(), JsonText.object().put("error", inner));
  }

  @Override
  public SimulatedAnswer unknownRoute(ApiRequest request) {
    return error(new ApiError(404, "404", "Resource not found", null), "");
  }

  @Override
  public ApiError fileNotFound(String id) {
    return ApiError.of(404, "The specified file " + id + " is not found.");
  }

  @Override
  public ApiError fileNotReady(String id) {
    return ApiError.of(400, "The file " + id + " is not processed.");
  }

  @Override
  public ApiError responseNotFound(String id) {
    return ApiError.of(404, "Response with id '" + id + "' not found.");
  }

  @Override
  public ApiError quotaExceeded() {
    return new ApiError(
        400, "quotaExceeded", "The quota of the resource for file storage is reached.", null);
  }
}
