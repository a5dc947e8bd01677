// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls about one provider's model responses. A refusal is a {@link RefusedException}. */
final class ResponseCalls {

  private final Account account;
  private final Dialect dialect;
  private final Settings settings;

  ResponseCalls(Account account, Dialect dialect, Settings settings) {
    this.account = account;
    this.dialect = dialect;
    this.settings = settings;
  }

  SimulatedAnswer create(ApiRequest request) {
    ResponseRequest wanted = ResponseRequest.read(request.body());
    String previous = wanted.previousResponseId();
    if (previous != null && account.responses().find(previous) == null) {
      throw new RefusedException(
          new ApiError(
              404,
              "previous_response_not_found",
              "Previous response with id '" + previous + "' not found.",
              "previous_response_id"));
    }
    for (String id : wanted.fileIds()) {
      checkFile(id);
    }
    boolean background = wanted.background() && dialect.responseRules().background();
    Duration responseTime = background ? settings.responseTime() : Duration.ZERO;
    return json(account.responses().create(wanted, settings.storageLag(), responseTime));
  }

  SimulatedAnswer retrieve(String id) {
    StoredResponse response = account.responses().find(id);
    if (response == null) {
      throw new RefusedException(dialect.responseNotFound(id));
    }
    return json(response);
  }

  SimulatedAnswer delete(String id) {
    if (!account.responses().remove(id)) {
      throw new RefusedException(dialect.responseNotFound(id));
    }
    return SimulatedAnswer.json(
        200,
        JsonText.object()
            .put("id", id)
            .put("object", dialect.responseRules().deletedObject())
            .put("deleted", true));
  }

  private void checkFile(String id) {
    SimulatedFile file = account.files().find(id);
    if (file == null) {
      throw new RefusedException(dialect.fileNotFound(id));
    }
    if (!file.status().equals("active")) {
      throw new RefusedException(dialect.fileNotReady(id));
    }
  }

  private SimulatedAnswer json(StoredResponse response) {
    SimulatedResponse answer = response.answer();
    boolean done = !account.responses().isInProgress(response);
    ResponseRequest request = response.request();
    JsonText json =
        JsonText.object()
            .put("id", response.id())
            .put("object", "response")
            .put("created_at", response.createdAt().getEpochSecond())
            .put("model", request.model())
            .put("status", done ? answer.status() : "in_progress")
            .put("previous_response_id", request.previousResponseId())
            .put("error", done ? error(answer) : null)
            .put("incomplete_details", done ? incompleteDetails(answer) : null)
            .put("output", done ? output(response, answer) : List.of());
    Duration retention = dialect.responseRules().retention();
    if (retention != null) {
      Instant asked = request.expireAt();
      Instant expireAt = asked == null ? response.createdAt().plus(retention) : asked;
      json.put("expire_at", expireAt.getEpochSecond());
    }
    return SimulatedAnswer.json(200, done ? json.put("usage", usage(answer)) : json);
  }

  private static @Nullable JsonText error(SimulatedResponse answer) {
    String code = answer.errorCode();
    return code == null
        ? null
        : JsonText.object().put("code", code).put("message", "A simulated failure.");
  }

  private static @Nullable JsonText incompleteDetails(SimulatedResponse answer) {
    String reason = answer.incompleteReason();
    return reason == null ? null : JsonText.object().put("reason", reason);
  }

  private static List<JsonText> output(StoredResponse response, SimulatedResponse answer) {
    if (answer.text().isEmpty()) {
      return List.of();
    }
    JsonText text =
        JsonText.object()
            .put("type", "output_text")
            .put("text", answer.text())
            .put("annotations", List.of());
    return List.of(
        JsonText.object()
            .put("type", "message")
            .put("id", "msg_" + response.id())
            .put("role", "assistant")
            .put("status", answer.status())
            .put("content", List.of(text)));
  }

  private static JsonText usage(SimulatedResponse answer) {
    return JsonText.object()
        .put("input_tokens", answer.inputTokens())
        .put("output_tokens", answer.outputTokens())
        .put("total_tokens", answer.inputTokens() + answer.outputTokens());
  }
}
