// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a JSON error says, under whichever of the usual names and however deep it stands. */
final class ErrorWords {

  /** The first that says something wins: the plain words before what may only be a category. */
  private static final List<String> NAMES =
      List.of(
          "message",
          "Message",
          "msg",
          "error_msg",
          "errmsg",
          "error_message",
          "errorMessage",
          "errorMsg",
          "error_description",
          "detail",
          "description",
          "faultstring",
          "errors",
          "fault",
          "title",
          "error",
          "Error",
          "reason");

  private static final int MAX_DEPTH = 4;
  private static final int MAX_ENTRIES = 3;

  private ErrorWords() {}

  /** What it says; null if that is nothing. */
  static @Nullable String find(JsonNode node) {
    return find(node, MAX_DEPTH);
  }

  private static @Nullable String find(JsonNode node, int depth) {
    if (depth == 0) {
      return null;
    }
    if (node.isTextual()) {
      return node.asText().isBlank() ? null : node.asText();
    }
    if (node.isArray()) {
      return ofEntries(node.elements(), depth);
    }
    for (String name : NAMES) {
      JsonNode value = node.get(name);
      String words = value == null ? null : find(value, depth - 1);
      if (words != null) {
        return words;
      }
    }
    return null;
  }

  private static @Nullable String ofEntries(Iterator<JsonNode> entries, int depth) {
    List<String> all = new ArrayList<>();
    while (entries.hasNext() && all.size() < MAX_ENTRIES) {
      JsonNode entry = entries.next();
      String words = find(entry, depth - 1);
      if (words != null) {
        all.add(words);
      }
    }
    return all.isEmpty() ? null : String.join("; ", all);
  }

  /** Of errors by field, {@code {"purpose":["is required"]}}. */
  static @Nullable String byField(JsonNode errors) {
    List<String> all = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> fields = errors.fields();
        fields.hasNext() && all.size() < MAX_ENTRIES; ) {
      Map.Entry<String, JsonNode> field = fields.next();
      String words = find(field.getValue());
      if (words != null) {
        all.add(field.getKey() + ": " + words);
      }
    }
    return all.isEmpty() ? null : String.join("; ", all);
  }
}
