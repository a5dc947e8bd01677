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
 * A file as the Files API describes it. Every field but the id may be absent: the providers differ,
 * and some fields come only once a file is {@code active}. Fields that are not known here are kept
 * and appear in {@link #json()}.
 *
 * <p>Not {@link java.io.Serializable}: convert it to a {@code String} before it goes to JMS or
 * Kafka.
 *
 * @see <a href="https://www.volcengine.com/docs/82379/1873424">The file object</a>
 */
public final class ArkFile extends ArkObject implements Processed {

  private final String id;
  private final ArkFileFields fields;

  ArkFile(ArkFileFields fields, String id, byte[] json) {
    super(json);
    this.id = id;
    this.fields = fields;
  }

  /**
   * Reads a file from the API's JSON.
   *
   * @param json one JSON object in UTF-8; it is kept, so it must not be changed afterwards
   * @throws IOException if it is not a JSON object, or has no id
   */
  public static ArkFile fromJson(byte[] json) throws IOException {
    return ArkFileFields.read(JsonText.withoutByteOrderMark(json));
  }

  /** Reads a file from the API's JSON; this is what Jackson's {@code ObjectMapper} uses. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ArkFile fromJson(JsonNode json) throws IOException {
    return fromJson(JsonText.bytes(json));
  }

  /** The id that the API knows the file by, for example {@code file-20251018114827-6zgrb}. */
  @Override
  public String id() {
    return id;
  }

  /** The kind of object, usually {@code file}; never relied on. */
  public @Nullable String object() {
    return fields.object;
  }

  /** What the file is for, for example {@code user_data}; any text, not only the known ones. */
  public @Nullable String purpose() {
    return fields.purpose;
  }

  /**
   * The name given at upload, exactly as sent: it may hold path separators or control characters.
   */
  public @Nullable String filename() {
    return fields.filename;
  }

  /** The size in bytes; Ark gives it only once the file is {@code active}. */
  public @Nullable Long bytes() {
    return fields.bytes;
  }

  /**
   * The media type, for example {@code video/mp4}; Ark only, and only once it is {@code active}.
   */
  public @Nullable String mimeType() {
    return fields.mimeType;
  }

  /** When the file was created, usually to the second. */
  public @Nullable Instant createdAt() {
    return fields.createdAt;
  }

  /**
   * When the service will delete the file by itself ({@code expire_at} of Ark, {@code expires_at}
   * of OpenAI); null if it never does, or does not say.
   */
  public @Nullable Instant expireAt() {
    return fields.expireAt;
  }

  /**
   * The state: {@code processing}, {@code active} or {@code failed} on Ark, {@code uploaded},
   * {@code processed} or {@code error} on OpenAI; any text, not only the known ones.
   */
  @Override
  public @Nullable String status() {
    return fields.status;
  }

  /** Azure's and OpenAI's explanation of the status. */
  public @Nullable String statusDetails() {
    return fields.statusDetails;
  }

  /** Why processing failed, if it did. */
  @Override
  public @Nullable ArkObjectError error() {
    return fields.error;
  }

  /**
   * Where the content can be fetched, if the service says so. The address is pre-signed: with it
   * anyone can read the file, so {@link #toString()} and error messages never show it.
   */
  public @Nullable String downloadUrl() {
    return fields.downloadUrl;
  }

  /** For people: id, name, purpose, status and size, without {@link #downloadUrl()}. */
  @Override
  public String toString() {
    return "ArkFile[id=%s, filename=%s, purpose=%s, status=%s, bytes=%s]"
        .formatted(
            RemoteText.escape(id),
            RemoteText.escape(fields.filename),
            RemoteText.escape(fields.purpose),
            RemoteText.escape(fields.status),
            fields.bytes);
  }
}
