// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the API answers with, and the JSON that it came as. Immutable and thread-safe; not {@link
 * java.io.Serializable}. Two are equal if they are of the same type and their JSON is the same,
 * byte by byte.
 */
public abstract sealed class ArkObject permits ArkFile, ArkFilePage, ArkDeletion, ArkResponse {

  private static final Map<Class<? extends ArkObject>, Reader> READERS =
      Map.of(
          ArkFile.class, ArkFile::fromJson,
          ArkFilePage.class, ArkFilePage::fromJson,
          ArkDeletion.class, ArkDeletion::fromJson,
          ArkResponse.class, ArkResponse::fromJson);

  @FunctionalInterface
  private interface Reader {
    ArkObject read(byte[] json) throws IOException;
  }

  private final byte[] json;

  ArkObject(byte[] json) {
    this.json = json;
  }

  /**
   * Reads one of these from the API's JSON.
   *
   * @param json one JSON object in UTF-8; it is kept, so it must not be changed afterwards
   * @throws IOException if it is not what the API promises
   */
  public static <T extends ArkObject> T fromJson(Class<T> type, byte[] json) throws IOException {
    Reader reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalArgumentException(type + " is not read from JSON");
    }
    return type.cast(reader.read(json));
  }

  /** The JSON that the API gave, verbatim, fields that are not known here included. */
  public String json() {
    return JsonText.text(json);
  }

  /** The JSON that the API gave as a tree of the caller's own; this is what Jackson writes. */
  @JsonValue
  public JsonNode jsonNode() {
    return JsonText.tree(json);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArkObject object
        && object.getClass() == getClass()
        && Arrays.equals(json, object.json);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(json);
  }
}
