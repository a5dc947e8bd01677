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
 * The error in the JSON of a reply, in whichever shape it comes: {@code {"error":{...}}} of Ark and
 * OpenAI, Azure's with {@code details} and {@code innererror}, {@code
 * {"ResponseMetadata":{"Error":{...}}}} of Volcengine's gateway, and those of gateways and web
 * frameworks, {@code {"message"}}, {@code {"detail"}}, {@code {"errors":[...]}} and the like.
 * Immutable and thread-safe.
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

  /** Reads the error in a body; null if it is no JSON, or JSON that says nothing. */
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
      return tree.isArray() ? bare(tree.path(0), tree) : null;
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
    return bare(tree, tree);
  }

  /**
   * Whether the code or the type is one of these, or a finer one such as {@code
   * QuotaExceeded.Daily}.
   */
  public boolean isOneOf(Iterable<String> words) {
    for (String known : words) {
      if (isOrRefines(code, known) || isOrRefines(type, known)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the code is the number of a status, or another number. */
  public boolean hasNumericCode() {
    return code != null && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isOrRefines(@Nullable String word, String known) {
    return word != null
        && word.startsWith(known)
        && (word.length() == known.length() || word.charAt(known.length()) == '.');
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
    String message = text(error, "message");
    return new ApiError(
        true,
        text(error, "code"),
        message == null ? ErrorWords.find(error) : message,
        text(error, "type"),
        text(error, "param"),
        text(error, "target"),
        List.copyOf(details));
  }

  /** An error that something other than the API wrote: a gateway, a proxy, a web framework. */
  private static @Nullable ApiError bare(JsonNode first, JsonNode whole) {
    String message = ErrorWords.find(whole);
    if (message == null && first.path("errors").isObject()) {
      message = ErrorWords.byField(first.path("errors"));
    }
    return message == null
        ? null
        : new ApiError(
            false,
            firstText(first, "code", "Code", "error_code", "errorCode", "errcode", "__type"),
            message,
            text(first, "type"),
            null,
            null,
            List.of());
  }

  private static @Nullable String firstText(JsonNode node, String... names) {
    for (String name : names) {
      String text = text(node, name);
      if (text != null) {
        return text;
      }
    }
    return null;
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
