// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads deletion requests according to {@code deletion-request.schema.json}: plain events and
 * structured CloudEvents. What is not in the schema is refused. Thread-safe.
 */
public final class DeletionRequestReader {

  private static final int MAX_BYTES = 64 * 1024;
  private static final Map<String, ResourceKind> KINDS =
      Map.of("file.delete", ResourceKind.FILE, "response.delete", ResourceKind.RESPONSE);

  private final ObjectReader json =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /**
   * Reads an event.
   *
   * @param event its JSON, at most 64 KB
   * @param requestIdIfAbsent the request's id if the event has none; stays the same when the broker
   *     delivers the message again
   * @throws InvalidRequestException if it is not a deletion request
   */
  public DeletionRequest read(byte[] event, String requestIdIfAbsent) {
    JsonNode node = parse(event);
    return node.has("specversion") ? cloudEvent(node) : plainEvent(node, requestIdIfAbsent);
  }

  /** Reads an event that came as text. */
  public DeletionRequest read(String event, String requestIdIfAbsent) {
    return read(event.getBytes(StandardCharsets.UTF_8), requestIdIfAbsent);
  }

  private JsonNode parse(byte[] event) {
    if (event.length > MAX_BYTES) {
      throw new InvalidRequestException("the event has more than 64 KB: " + event.length);
    }
    try {
      return json.readTree(event);
    } catch (JsonProcessingException e) {
      throw new InvalidRequestException("the event is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new InvalidRequestException("the event is not JSON: " + e.getMessage());
    }
  }

  private static DeletionRequest plainEvent(JsonNode node, String requestIdIfAbsent) {
    EventFields fields =
        EventFields.of("the event", node, "type", "id", "reason", "requestedBy", "requestId");
    String requestId = fields.optional("requestId", 200);
    return request(
        requestId == null
            ? EventFields.checked("the id of the message", requestIdIfAbsent, 200)
            : requestId,
        fields.required("type", 200),
        fields);
  }

  private static DeletionRequest cloudEvent(JsonNode node) {
    EventFields event =
        EventFields.of(
            "the CloudEvent",
            node,
            "specversion",
            "type",
            "id",
            "source",
            "time",
            "subject",
            "datacontenttype",
            "data");
    check("specversion", event.required("specversion", 200), "1.0");
    event.required("source", 500);
    event.optional("time", 200);
    event.optional("subject", 512);
    check("datacontenttype", event.optional("datacontenttype", 200), "application/json");
    EventFields data = EventFields.of("data", event.node("data"), "id", "reason", "requestedBy");
    return request(event.required("id", 200), event.required("type", 200), data);
  }

  private static DeletionRequest request(String requestId, String type, EventFields fields) {
    ResourceKind kind = KINDS.get(type);
    if (kind == null) {
      throw new InvalidRequestException("type is neither file.delete nor response.delete: " + type);
    }
    return new DeletionRequest(
        requestId,
        kind,
        fields.required("id", 512),
        fields.required("reason", 500),
        fields.required("requestedBy", 200));
  }

  private static void check(String name, @Nullable String value, String wanted) {
    if (value != null && !value.equals(wanted)) {
      throw new InvalidRequestException(name + " is not " + wanted + ": " + value);
    }
  }
}
