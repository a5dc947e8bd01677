// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of one response, read from its JSON by one thread and never changed afterwards. */
final class ArkResponseFields {

  final StringBuilder text = new StringBuilder();
  @Nullable String id;
  @Nullable String status;
  @Nullable String model;
  @Nullable Instant createdAt;
  @Nullable Instant expireAt;
  @Nullable String previousResponseId;
  @Nullable String incompleteReason;
  @Nullable Long inputTokens;
  @Nullable Long outputTokens;
  @Nullable ArkObjectError error;

  static ArkResponse read(byte[] json) throws IOException {
    try (JsonParser parser = JsonText.openObject(json)) {
      ArkResponseFields fields = new ArkResponseFields();
      JsonText.forEachField(parser, fields::readField);
      JsonText.expectEnd(parser);
      if (fields.id == null) {
        throw JsonText.mismatch(parser, "a response has no id");
      }
      return new ArkResponse(fields, fields.id, json);
    }
  }

  private void readField(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "id" -> id = agreed(parser, id, JsonText.nonBlank(JsonText.readText(parser)));
      case "status" -> status = agreed(parser, status, JsonText.readText(parser));
      case "model" -> model = JsonText.readText(parser);
      case "created_at" -> createdAt = JsonText.readTime(parser);
      case "previous_response_id" -> previousResponseId = JsonText.readText(parser);
      case "error" -> error = JsonText.readError(parser);
      case "incomplete_details" -> JsonText.forEachField(parser, this::readIncompleteDetail);
      case "usage" -> JsonText.forEachField(parser, this::readUsage);
      case "output" -> JsonText.forEachElement(parser, this::readOutput);
      default -> {
        if (JsonText.isExpiry(name)) {
          expireAt = JsonText.later(expireAt, JsonText.readTime(parser));
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private void readIncompleteDetail(String name, JsonParser parser) throws IOException {
    if (name.equals("reason")) {
      incompleteReason = JsonText.readText(parser);
    } else {
      parser.skipChildren();
    }
  }

  private void readUsage(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "input_tokens" -> inputTokens = JsonText.readLong(parser);
      case "output_tokens" -> outputTokens = JsonText.readLong(parser);
      default -> parser.skipChildren();
    }
  }

  private void readOutput(JsonParser output) throws IOException {
    JsonText.forEachField(
        output,
        (name, parser) -> {
          if (name.equals("content")) {
            JsonText.forEachElement(parser, this::readContent);
          } else {
            parser.skipChildren();
          }
        });
  }

  private void readContent(JsonParser content) throws IOException {
    String[] typeAndText = new String[2];
    JsonText.forEachField(
        content,
        (name, parser) -> {
          switch (name) {
            case "type" -> typeAndText[0] = JsonText.readText(parser);
            case "text" -> typeAndText[1] = JsonText.readText(parser);
            default -> parser.skipChildren();
          }
        });
    if ("output_text".equals(typeAndText[0]) && typeAndText[1] != null) {
      text.append(typeAndText[1]);
    }
  }

  /** JSON may name a member twice. What decides about a response must not be said in two ways. */
  private static @Nullable String agreed(
      JsonParser parser, @Nullable String before, @Nullable String now) throws IOException {
    if (before != null && now != null && !before.equals(now)) {
      throw JsonText.mismatch(parser, "a response contradicts itself");
    }
    return now == null ? before : now;
  }
}
