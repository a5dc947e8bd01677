// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the API answers with, and the JSON that it came as. Immutable and thread-safe; not {@link
 * java.io.Serializable}. Two are equal if they are of the same type and their JSON is the same to
 * the letter.
 */
public abstract sealed class ArkObject permits ArkFile, ArkFilePage, ArkDeletion {

  private final byte[] json;

  ArkObject(byte[] json) {
    this.json = json;
  }

  /** The JSON that the API gave, to the letter, fields that are not known here included. */
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
