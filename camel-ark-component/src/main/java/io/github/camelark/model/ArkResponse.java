// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelark.text.RemoteText;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The response of a model as the Responses API describes it. Every field but the id may be absent.
 * Fields that are not known here are kept and appear in {@link #json()}.
 *
 * <p>Not {@link java.io.Serializable}: convert it to a {@code String} before it goes to JMS or
 * Kafka.
 *
 * @see <a href="https://www.volcengine.com/docs/82379/1783703">The response object</a>
 */
public final class ArkResponse extends ArkObject implements Processed {

  private final String id;
  private final ArkResponseFields fields;

  ArkResponse(ArkResponseFields fields, String id, byte[] json) {
    super(json);
    this.id = id;
    this.fields = fields;
  }

  /**
   * Reads a response from the API's JSON.
   *
   * @param json one JSON object in UTF-8; it is kept, so it must not be changed afterwards
   * @throws IOException if it is not a JSON object, or has no id
   */
  public static ArkResponse fromJson(byte[] json) throws IOException {
    return ArkResponseFields.read(JsonText.withoutByteOrderMark(json));
  }

  /** Reads a response from the API's JSON; this is what Jackson's {@code ObjectMapper} uses. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ArkResponse fromJson(JsonNode json) throws IOException {
    return fromJson(JsonText.bytes(json));
  }

  /** The id that the API knows the response by, for example {@code resp_0217}. */
  @Override
  public String id() {
    return id;
  }

  /**
   * The state: {@code completed}, {@code incomplete}, {@code in_progress}, {@code failed}, and on
   * OpenAI {@code queued} and {@code cancelled}; any text, not only the known ones.
   */
  @Override
  public @Nullable String status() {
    return fields.status;
  }

  /** The model that answered, usually more precisely than it was asked for. */
  public @Nullable String model() {
    return fields.model;
  }

  /** When the response was created. */
  public @Nullable Instant createdAt() {
    return fields.createdAt;
  }

  /** When the service will delete the response by itself; null if it does not say. */
  public @Nullable Instant expireAt() {
    return fields.expireAt;
  }

  /** The response before it in the same conversation. */
  public @Nullable String previousResponseId() {
    return fields.previousResponseId;
  }

  /** What the model said: its {@code output_text}s, joined; empty if it said nothing. */
  public String text() {
    return fields.text.toString();
  }

  /** Why a response is {@code incomplete}, for example {@code max_output_tokens}. */
  public @Nullable String incompleteReason() {
    return fields.incompleteReason;
  }

  /** How many tokens the question had. */
  public @Nullable Long inputTokens() {
    return fields.inputTokens;
  }

  /** How many tokens the model generated, its reasoning included. */
  public @Nullable Long outputTokens() {
    return fields.outputTokens;
  }

  /** Why a response is {@code failed}. */
  @Override
  public @Nullable ArkObjectError error() {
    return fields.error;
  }

  /** For people: id, status, model and tokens, without {@link #text()}. */
  @Override
  public String toString() {
    return "ArkResponse[id=%s, status=%s, model=%s, inputTokens=%s, outputTokens=%s]"
        .formatted(
            RemoteText.escape(id),
            RemoteText.escape(fields.status),
            RemoteText.escape(fields.model),
            fields.inputTokens,
            fields.outputTokens);
  }
}
