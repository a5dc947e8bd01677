// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.camelark.examples.deletion.InvalidRequestException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads events: {@code {"type":"response.finished","requestId":...,"responseId":...,
 * "fileIds":[...],"requestedBy":...}}. What is not in this form is refused. Thread-safe.
 */
public final class FinishedResponseReader {

  static final int MAX_BYTES = 64 * 1024;

  private static final int MOST_FILES = 1_000;
  private static final int LONGEST_ID = 512;
  private static final int LONGEST_NAME = 200;

  /** Receipts are files of this name. */
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final ObjectReader json =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build()
          .readerFor(Event.class);

  /** The fields of the JSON, each of which may be missing. */
  private record Event(
      @Nullable String type,
      @Nullable String requestId,
      @Nullable String responseId,
      @Nullable List<@Nullable String> fileIds,
      @Nullable String requestedBy) {}

  /**
   * Reads an event.
   *
   * @throws InvalidRequestException if it is none, with a text that says why
   */
  public FinishedResponse read(byte[] event) {
    if (event.length > MAX_BYTES) {
      throw new InvalidRequestException("the event has more than 64 KB: " + event.length);
    }
    try {
      return check(json.readValue(event));
    } catch (JsonProcessingException e) {
      throw new InvalidRequestException("the event is malformed: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new InvalidRequestException("the event cannot be read: " + e.getMessage());
    }
  }

  private static FinishedResponse check(@Nullable Event event) {
    if (event == null || !"response.finished".equals(event.type())) {
      throw new InvalidRequestException("type is not response.finished");
    }
    String requestId = text("requestId", event.requestId(), 100);
    if (!REQUEST_ID.matcher(requestId).matches()) {
      throw new InvalidRequestException("requestId has other characters than A-Z a-z 0-9 . _ -");
    }
    if (event.fileIds() == null || event.fileIds().size() > MOST_FILES) {
      throw new InvalidRequestException("fileIds must be a list of at most " + MOST_FILES);
    }
    return new FinishedResponse(
        requestId,
        text("responseId", event.responseId(), LONGEST_ID),
        event.fileIds().stream().map(id -> text("fileIds", id, LONGEST_ID)).toList(),
        text("requestedBy", event.requestedBy(), LONGEST_NAME));
  }

  private static String text(String name, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      throw new InvalidRequestException(name + " is missing");
    }
    if (value.length() > longest) {
      throw new InvalidRequestException(name + " has more than " + longest + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidRequestException(name + " has control characters");
    }
    return value;
  }
}
