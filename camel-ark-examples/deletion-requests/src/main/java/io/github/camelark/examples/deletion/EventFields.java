// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object: each is known, and is text that can be stored. */
final class EventFields {

  private final String what;
  private final JsonNode node;

  private EventFields(String what, JsonNode node) {
    this.what = what;
    this.node = node;
  }

  /**
   * @param what names the object in an error
   * @param known all fields that it may have
   */
  static EventFields of(String what, JsonNode node, String... known) {
    if (!node.isObject()) {
      throw new InvalidRequestException(what + " is not a JSON object");
    }
    List<String> names = List.of(known);
    for (Iterator<String> found = node.fieldNames(); found.hasNext(); ) {
      String name = found.next();
      if (!names.contains(name)) {
        throw new InvalidRequestException(what + " has an unknown field: " + name);
      }
    }
    return new EventFields(what, node);
  }

  JsonNode node(String name) {
    JsonNode field = node.get(name);
    return field == null ? MissingNode.getInstance() : field;
  }

  String required(String name, int maxLength) {
    String text = optional(name, maxLength);
    if (text == null) {
      throw new InvalidRequestException(what + " has no " + name);
    }
    return text;
  }

  @Nullable String optional(String name, int maxLength) {
    JsonNode field = node(name);
    if (field.isMissingNode()) {
      return null;
    }
    if (!field.isTextual()) {
      throw new InvalidRequestException(name + " is not text");
    }
    return checked(name, field.textValue(), maxLength);
  }

  /** The text, if it can be stored. */
  static String checked(String name, String text, int maxLength) {
    if (text.chars().allMatch(c -> c == ' ')) {
      throw new InvalidRequestException(name + " is blank");
    }
    if (text.codePointCount(0, text.length()) > maxLength) {
      throw new InvalidRequestException(name + " has more than " + maxLength + " characters");
    }
    if (!PlainText.isPlain(text)) {
      throw new InvalidRequestException(name + " has control characters");
    }
    return text;
  }
}
