// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of one file, read from its JSON by one thread and never changed afterwards. */
final class ArkFileFields {

  @Nullable String object;
  @Nullable String id;
  @Nullable String purpose;
  @Nullable String filename;
  @Nullable Long bytes;
  @Nullable String mimeType;
  @Nullable Instant createdAt;
  @Nullable Instant expireAt;
  @Nullable String status;
  @Nullable String statusDetails;
  @Nullable ArkObjectError error;
  @Nullable String downloadUrl;

  private boolean contradictory;

  static ArkFile read(byte[] json) throws IOException {
    try (JsonParser parser = JsonText.openObject(json)) {
      ArkFileFields fields = new ArkFileFields();
      fields.readObject(parser);
      JsonText.expectEnd(parser);
      if (fields.id == null) {
        throw JsonText.mismatch(parser, "a file has no id");
      }
      if (fields.contradictory) {
        throw JsonText.mismatch(parser, "a file contradicts itself");
      }
      return new ArkFile(fields, fields.id, json);
    }
  }

  /** Whether it says two things at once: such a file must not be judged by either. */
  boolean isContradictory() {
    return contradictory;
  }

  /** Reads to the end of the object on whose start the parser stands. */
  void readObject(JsonParser parser) throws IOException {
    JsonText.forEachField(parser, this::readField);
  }

  private void readField(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "id" -> id = agreed(id, JsonText.nonBlank(JsonText.readText(parser)));
      case "object" -> object = JsonText.readText(parser);
      case "purpose" -> purpose = agreed(purpose, JsonText.readText(parser));
      case "filename" -> filename = JsonText.readText(parser);
      case "bytes" -> bytes = JsonText.readLong(parser);
      case "mime_type" -> mimeType = JsonText.readText(parser);
      case "created_at" -> createdAt = agreed(createdAt, JsonText.readTime(parser));
      case "status" -> status = agreed(status, JsonText.readText(parser));
      case "status_details" -> statusDetails = JsonText.readText(parser);
      case "error" -> error = JsonText.readError(parser);
      case "download_url" -> downloadUrl = JsonText.readText(parser);
      default -> readOther(name, parser);
    }
  }

  private void readOther(String name, JsonParser parser) throws IOException {
    if (JsonText.isExpiry(name)) {
      expireAt = JsonText.later(expireAt, JsonText.readTime(parser));
    } else {
      parser.skipChildren();
    }
  }

  /** JSON may name a member twice. What decides about a file must not be said in two ways. */
  private <T> @Nullable T agreed(@Nullable T before, @Nullable T now) {
    contradictory |= before != null && now != null && !before.equals(now);
    return now == null ? before : now;
  }
}
