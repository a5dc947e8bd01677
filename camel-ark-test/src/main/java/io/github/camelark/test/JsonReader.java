// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, strings, numbers, booleans and null. Not thread-safe. */
final class JsonReader {

  // A reader of our own, for the reason that JsonText is a writer of our own.
  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Returns the object that the text is.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Map<String, @Nullable Object> object(String text) {
    JsonReader reader = new JsonReader(text);
    reader.skipBlanks();
    Map<String, @Nullable Object> object = reader.object();
    reader.skipBlanks();
    if (reader.position < text.length()) {
      throw reader.unexpected("the end");
    }
    return object;
  }

  private @Nullable Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    expect('{');
    if (!take('}')) {
      do {
        skipBlanks();
        String name = string();
        skipBlanks();
        expect(':');
        skipBlanks();
        members.put(name, value());
      } while (take(','));
      expect('}');
    }
    return members;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> values = new ArrayList<>();
    expect('[');
    if (!take(']')) {
      do {
        skipBlanks();
        values.add(value());
      } while (take(','));
      expect(']');
    }
    return values;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      char character = next();
      string.append(character == '\\' ? escaped() : character);
    }
    expect('"');
    return string.toString();
  }

  private char escaped() {
    char character = next();
    return switch (character) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) Integer.parseInt(next(4), 16);
      default -> character;
    };
  }

  private BigDecimal number() {
    int start = position;
    while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    if (start == position) {
      throw unexpected("a value");
    }
    return new BigDecimal(text.substring(start, position));
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!next(word.length()).equals(word)) {
      throw unexpected(word);
    }
    return value;
  }

  /** Skips blanks, then the character if it comes. */
  private boolean take(char character) {
    skipBlanks();
    boolean comes = peek() == character;
    if (comes) {
      position++;
    }
    return comes;
  }

  private void expect(char character) {
    if (peek() != character) {
      throw unexpected(String.valueOf(character));
    }
    position++;
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private char peek() {
    if (position >= text.length()) {
      throw unexpected("more");
    }
    return text.charAt(position);
  }

  private char next() {
    char character = peek();
    position++;
    return character;
  }

  private String next(int length) {
    int end = position + length;
    if (end > text.length()) {
      throw unexpected("more");
    }
    String taken = text.substring(position, end);
    position = end;
    return taken;
  }

  private IllegalArgumentException unexpected(String expected) {
    return new IllegalArgumentException(
        "not JSON: " + expected + " is expected at character " + position);
  }
}
