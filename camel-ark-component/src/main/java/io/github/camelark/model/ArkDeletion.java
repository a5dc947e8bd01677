// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelark.text.RemoteText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request to delete a file or a model response. Where the API gave no JSON its
 * {@link #json()} is of the same form, with {@code "outcome":"ALREADY_GONE"} where that is the
 * case.
 *
 * @see <a href="https://www.volcengine.com/docs/82379/1870408">Delete file</a>
 */
public final class ArkDeletion extends ArkObject {

  /** How a deletion ended. */
  public enum Outcome {
    /** The service deleted it. */
    DELETED,
    /** It was not there any more, so there was nothing left to delete. */
    ALREADY_GONE,
    /** The service answered {@code "deleted":false}: it is still there. */
    NOT_DELETED
  }

  private final @Nullable String id;
  private final @Nullable String object;
  private final Outcome outcome;

  private ArkDeletion(byte[] json, @Nullable String id, @Nullable String object, Outcome outcome) {
    super(json);
    this.id = id;
    this.object = object;
    this.outcome = outcome;
  }

  /**
   * Reads a deletion from the API's JSON, or from what {@link #json()} gave.
   *
   * @param json one JSON object in UTF-8; it is kept, so it must not be changed afterwards
   * @throws IOException if it is not a JSON object, or {@code deleted} is neither true nor false
   */
  public static ArkDeletion fromJson(byte[] json) throws IOException {
    return read(JsonText.withoutByteOrderMark(json));
  }

  private static ArkDeletion read(byte[] json) throws IOException {
    try (JsonParser parser = JsonText.openObject(json)) {
      ArkDeletionReader fields = new ArkDeletionReader();
      fields.readObject(parser);
      JsonText.expectEnd(parser);
      if (fields.speaksOfError()) {
        throw JsonText.mismatch(parser, "a success speaks of an error");
      }
      return new ArkDeletion(json, fields.id, fields.object, fields.outcome());
    }
  }

  /** Reads a deletion from the API's JSON; this is what Jackson's {@code ObjectMapper} uses. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ArkDeletion fromJson(JsonNode json) throws IOException {
    return fromJson(JsonText.bytes(json));
  }

  /**
   * A deletion for which the API gave no JSON: it answered nothing, or that it was gone before.
   *
   * @param object {@code file} or {@code response}
   */
  public static ArkDeletion of(String id, String object, Outcome outcome) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("object", object)
            .put("deleted", outcome != Outcome.NOT_DELETED);
    if (outcome == Outcome.ALREADY_GONE) {
      json.put("outcome", outcome.name());
    }
    try {
      return new ArkDeletion(JsonText.bytes(json), id, object, outcome);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot write JSON to memory", e);
    }
  }

  /** The id of what was to be deleted, null if the service did not repeat it. */
  public @Nullable String id() {
    return id;
  }

  /** The kind of object, usually {@code file} or {@code response}; never relied on. */
  public @Nullable String object() {
    return object;
  }

  /** Whether it is gone now: true unless the service said that it was not deleted. */
  public boolean deleted() {
    return outcome != Outcome.NOT_DELETED;
  }

  /** How the deletion ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** For people: id and outcome. */
  @Override
  public String toString() {
    return "ArkDeletion[id=%s, outcome=%s]".formatted(RemoteText.escape(id), outcome);
  }
}
