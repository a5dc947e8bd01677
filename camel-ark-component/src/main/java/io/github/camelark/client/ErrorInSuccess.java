// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the error that a gateway sends with a status of success. Looked for only in replies that
 * say nothing of what was asked for: an empty list, a deletion without {@code deleted}.
 */
final class ErrorInSuccess {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Set<String> GOOD_CODES = Set.of("0", "200", "success", "ok");
  private static final Set<String> BAD_STATUSES = Set.of("error", "fail", "failed", "failure");
  private static final List<String> CODES = List.of("code", "error_code", "errorCode", "errcode");
  private static final List<String> ERRORS = List.of("error", "errors");
  private static final List<String> MESSAGES =
      List.of("message", "msg", "detail", "Message", "error_msg", "errmsg");

  private ErrorInSuccess() {}

  /**
   * @param object what the API says it is, {@code list} for example
   * @throws IOException if there is one
   */
  static void refuse(byte[] body, String object) throws IOException {
    JsonNode tree = MAPPER.readTree(body);
    if (isError(tree) || (!isOf(tree, object) && !isGood(tree) && says(tree, MESSAGES))) {
      throw new IOException("a success contains an error");
    }
  }

  /**
   * The same for the content of a file, which may be JSON itself: only an object that has nothing
   * but an error is none.
   *
   * @throws IOException if it is an error
   */
  static void refuseContent(byte[] content) throws IOException {
    JsonNode tree;
    try (JsonParser parser = MAPPER.createParser(content)) {
      tree = parser.readValueAsTree();
      if (parser.nextToken() != null) {
        return;
      }
    } catch (JsonProcessingException e) {
      // then it is a file like any other
      return;
    }
    if (tree != null
        && tree.size() == 1
        && (says(tree.path("error")) || says(tree.path("ResponseMetadata").path("Error")))) {
      throw new IOException("a success contains an error");
    }
  }

  private static boolean isError(JsonNode tree) {
    return says(tree, ERRORS)
        || isFalse(tree.path("success"))
        || isFalse(tree.path("ok"))
        || isOf(tree, "error")
        || says(tree.path("ResponseMetadata").path("Error"))
        || (!tree.has("id") && isBadStatus(tree.path("status")))
        || CODES.stream().anyMatch(name -> isBadCode(tree.path(name)));
  }

  /** Whether a wrapper says that all is well: its message is then no error. */
  private static boolean isGood(JsonNode tree) {
    return tree.path("success").asBoolean(false)
        || CODES.stream().anyMatch(name -> GOOD_CODES.contains(lower(tree.path(name))));
  }

  private static boolean isBadStatus(JsonNode status) {
    return BAD_STATUSES.contains(lower(status)) || status.asInt(0) >= 400;
  }

  private static boolean isBadCode(JsonNode code) {
    String text = lower(code);
    return !text.isBlank() && !GOOD_CODES.contains(text);
  }

  private static boolean says(JsonNode tree, List<String> names) {
    return names.stream().anyMatch(name -> says(tree.path(name)));
  }

  /** Whether it is more than null, false, 0, blank or empty. */
  private static boolean says(JsonNode value) {
    if (value.isContainerNode()) {
      return !value.isEmpty();
    }
    return value.isTextual()
        ? !value.asText().isBlank() && !"false".equalsIgnoreCase(value.asText())
        : value.asBoolean(false);
  }

  private static boolean isFalse(JsonNode value) {
    return "false".equals(lower(value));
  }

  private static boolean isOf(JsonNode tree, String object) {
    return object.equals(tree.path("object").asText());
  }

  private static String lower(JsonNode value) {
    return value.isNull() ? "" : value.asText().strip().toLowerCase(Locale.ROOT);
  }
}
