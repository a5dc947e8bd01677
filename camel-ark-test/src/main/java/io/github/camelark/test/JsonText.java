// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import org.jspecify.annotations.Nullable;

/**
 * A JSON object, written member by member. Values are text, numbers, booleans, null, other objects
 * and {@link Iterable}s of all these. Not thread-safe.
 */
final class JsonText {

  // A writer of our own: the JSON library inside WireMock's jar is not ours to lean on.
  private final StringBuilder text = new StringBuilder("{");

  private JsonText() {}

  static JsonText object() {
    return new JsonText();
  }

  JsonText put(String name, @Nullable Object value) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(name);
    text.append(':');
    write(value);
    return this;
  }

  private void write(@Nullable Object value) {
    if (value instanceof CharSequence string) {
      quote(string);
    } else if (value instanceof Iterable<?> values) {
      writeArray(values);
    } else {
      text.append(value);
    }
  }

  private void writeArray(Iterable<?> values) {
    String separator = "";
    text.append('[');
    for (Object value : values) {
      text.append(separator);
      write(value);
      separator = ",";
    }
    text.append(']');
  }

  /** Returns what stands between the quotes of a JSON string. */
  static String escaped(String string) {
    JsonText json = new JsonText();
    json.quote(string);
    return json.text.substring(2, json.text.length() - 1);
  }

  private void quote(CharSequence string) {
    text.append('"');
    string.chars().forEach(character -> quote((char) character));
    text.append('"');
  }

  private void quote(char character) {
    if (character == '"' || character == '\\') {
      text.append('\\').append(character);
    } else if (character < ' ' || Character.isSurrogate(character)) {
      // Half of a surrogate pair has no UTF-8 form of its own.
      text.append(String.format("\\u%04x", (int) character));
    } else {
      text.append(character);
    }
  }

  /** Returns the object written so far. */
  @Override
  public String toString() {
    return text + "}";
  }
}
