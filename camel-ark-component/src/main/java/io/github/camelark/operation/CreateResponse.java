// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ApiResult;
import io.github.camelark.client.ArkClient;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkResponse;
import io.github.camelark.text.RemoteText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** {@code ark:responses?operation=create}: the body is the question, and becomes the answer. */
final class CreateResponse implements Operation {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ArkClient client;

  CreateResponse(ArkClient client) {
    this.client = client;
  }

  @Override
  public void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    ApiResult<ArkResponse> result = client.createResponse(question(exchange, message.getBody()));
    message.setBody(result.value());
    ResponseHeaders.set(message, result.value());
    FileHeaders.setRequestId(message, result.requestId());
  }

  private static byte[] question(Exchange exchange, @Nullable Object body) {
    byte[] json;
    try {
      json = json(exchange, body);
      check(json);
    } catch (JsonProcessingException e) {
      // without its words, which quote the question, and without the cause, which logs would print
      throw refused("the body is not JSON" + place(e), null);
    } catch (IOException | RuntimeException e) {
      if (e instanceof ArkRequestException refusal) {
        throw refusal;
      }
      throw refused("the body cannot be read: " + e.getClass().getName(), e);
    }
    return json;
  }

  private static byte[] json(Exchange exchange, @Nullable Object body) throws IOException {
    if (body instanceof CharSequence text) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    if (body instanceof Map<?, ?> || body instanceof JsonNode) {
      return MAPPER.writeValueAsBytes(body);
    }
    if (body instanceof InputStream || body instanceof File || body instanceof WrappedFile<?>) {
      byte[] read =
          exchange.getContext().getTypeConverter().convertTo(byte[].class, exchange, body);
      if (read != null) {
        return read;
      }
    }
    throw refused(
        "the body must be the API's JSON, as text, bytes, Map or JsonNode, but is "
            + (body == null ? "empty" : "of type " + body.getClass().getName()),
        null);
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** A stream of events is another kind of reply, which this operation does not read. */
  private static void check(byte[] json) throws IOException {
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw refused("the body must be one JSON object", null);
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.VALUE_TRUE && name.equals("stream")) {
          throw refused("\"stream\": true is not possible: remove it", null);
        }
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw refused("nothing may follow the JSON object in the body", null);
      }
    }
  }

  private static ArkRequestException refused(String message, @Nullable Exception cause) {
    return new ArkRequestException(
        ApiFailure.of(
            ApiOperation.CREATE_RESPONSE.toString(), null, null, RemoteText.excerpt(message, 300)),
        "nothing was sent",
        cause);
  }
}
