// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The error in the body of a reply, in whichever of the known shapes it comes: {@code
 * {"error":{...}}} of Ark and OpenAI, Azure's with {@code details} and {@code innererror}, {@code
 * {"ResponseMetadata":{"Error":{...}}}} of Volcengine's gateway, a bare {@code {"message"}}, or
 * text. Immutable and thread-safe.
 *
 * @param wrapped whether the API itself wrote it, in its own wrapper; a gateway's or a web server's
 *     page is not
 */
public record ApiError(
    boolean wrapped,
    @Nullable String code,
    @Nullable String message,
    @Nullable String type,
    @Nullable String param,
    @Nullable String target,
    List<String> details) {

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
          .build()
          .readerFor(JsonNode.class);

  /** Inner errors are nested; more than this many are not looked at. */
  private static final int MAX_DETAILS = 8;

  /** Reads the error in a body; null if there is none in any of the shapes but plain text. */
  public static @Nullable ApiError find(byte[] body) {
    if (body.length == 0 || body[0] == '<') {
      return null;
    }
    JsonNode tree;
    try {
      tree = READER.readTree(body);
    } catch (IOException e) {
      return null;
    }
    if (!tree.isObject()) {
      return null;
    }
    JsonNode error = tree.get("error");
    if (error != null && error.isObject() && !error.isEmpty()) {
      return wrapped(error);
    }
    JsonNode gatewayError = tree.path("ResponseMetadata").path("Error");
    if (gatewayError.isObject()) {
      return new ApiError(
          true,
          text(gatewayError, "Code"),
          text(gatewayError, "Message"),
          null,
          null,
          null,
          List.of());
    }
    return bare(tree);
  }

  /** Whether the code is one of these, or a finer one such as {@code QuotaExceeded.Daily}. */
  public boolean hasCode(Iterable<String> codes) {
    for (String known : codes) {
      if (code != null && (code.equals(known) || code.startsWith(known + "."))) {
        return true;
      }
    }
    return false;
  }

  private static ApiError wrapped(JsonNode error) {
    List<String> details = new ArrayList<>();
    for (JsonNode detail : error.path("details")) {
      if (details.size() < MAX_DETAILS) {
        details.add(text(detail, "code") + ": " + text(detail, "message"));
      }
    }
    JsonNode inner = error.path(error.has("innererror") ? "innererror" : "inner_error");
    while (inner.isObject() && details.size() < MAX_DETAILS) {
      if (inner.has("code")) {
        details.add("inner error " + text(inner, "code"));
      }
      inner = inner.path("innererror");
    }
    return new ApiError(
        true,
        text(error, "code"),
        text(error, "message"),
        text(error, "type"),
        text(error, "param"),
        text(error, "target"),
        List.copyOf(details));
  }

  /** An error that something other than the API wrote: a gateway, a proxy, a web framework. */
  private static @Nullable ApiError bare(JsonNode tree) {
    String message = null;
    for (String name : List.of("message", "error", "detail")) {
      message = message == null ? text(tree, name) : message;
    }
    return message == null
        ? null
        : new ApiError(false, text(tree, "code"), message, null, null, null, List.of());
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isValueNode() || value.isNull()) {
      return null;
    }
    String text = value.asText();
    return text.isEmpty() ? null : text;
  }
}
