// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a model. Immutable.
 *
 * @param previousResponseId the response that it goes on from; null for none
 * @param background whether the answer comes later
 * @param store whether the response is kept
 * @param expireAt until when it is kept; null for the default
 * @param fileIds the files that it names, anywhere
 */
record ResponseRequest(
    String model,
    @Nullable String previousResponseId,
    boolean background,
    boolean store,
    @Nullable Instant expireAt,
    Set<String> fileIds) {

  static final ResponseRequest OF_A_TEST =
      new ResponseRequest("simulated-model", null, false, true, null, Set.of());

  /**
   * Reads the body of a call.
   *
   * @throws RefusedException if it is not what the API takes
   */
  static ResponseRequest read(RequestBody body) {
    Map<String, @Nullable Object> json = object(body.text());
    if (Boolean.TRUE.equals(json.get("stream"))) {
      throw new RefusedException(ApiError.invalid("stream", "The simulator does not stream."));
    }
    if (!json.containsKey("input")) {
      throw new RefusedException(ApiError.invalid("input", "Missing required parameter: 'input'."));
    }
    Set<String> fileIds = new LinkedHashSet<>();
    collectFileIds(json, fileIds);
    return new ResponseRequest(
        required(json, "model"),
        json.get("previous_response_id") instanceof String id ? id : null,
        Boolean.TRUE.equals(json.get("background")),
        !Boolean.FALSE.equals(json.get("store")),
        json.get("expire_at") instanceof BigDecimal seconds
            ? Instant.ofEpochSecond(seconds.longValue())
            : null,
        fileIds);
  }

  private static Map<String, @Nullable Object> object(String text) {
    try {
      return JsonReader.object(text);
    } catch (IllegalArgumentException | StackOverflowError e) {
      throw new RefusedException(
          ApiError.of(400, "We could not parse the JSON body of your request."));
    }
  }

  private static String required(Map<String, @Nullable Object> json, String name) {
    if (json.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new RefusedException(
        ApiError.invalid(name, "Missing required parameter: '" + name + "'."));
  }

  private static void collectFileIds(@Nullable Object value, Set<String> ids) {
    if (value instanceof Map<?, ?> object) {
      if (object.get("file_id") instanceof String id) {
        ids.add(id);
      }
      object.values().forEach(member -> collectFileIds(member, ids));
    } else if (value instanceof Iterable<?> array) {
      array.forEach(element -> collectFileIds(element, ids));
    }
  }
}
