// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds names and values in text that is JSON, or was before it was spoilt. */
final class JsonTokens {

  private static final int MOST = 2_000;

  /** A name or value; its quotes belong to it. */
  record Token(int start, int end, Type type) {}

  enum Type {
    NAME,
    TEXT,
    NUMBER,
    WORD
  }

  private final byte[] text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private JsonTokens(byte[] text) {
    this.text = text;
  }

  static List<Token> of(byte[] text, Predicate<Type> wanted) {
    JsonTokens found = new JsonTokens(text);
    found.scan();
    return found.tokens.stream().filter(token -> wanted.test(token.type())).toList();
  }

  private void scan() {
    while (position < text.length && tokens.size() < MOST) {
      byte b = text[position];
      if (b == '"') {
        readText();
      } else if (isPartOfNumber(b)) {
        readRun(Type.NUMBER);
      } else if (isPartOfWord(b)) {
        readRun(Type.WORD);
      } else {
        position++;
      }
    }
  }

  private void readText() {
    int start = position++;
    while (position < text.length && text[position] != '"') {
      position += text[position] == '\\' ? 2 : 1;
    }
    position = Math.min(position + 1, text.length);
    tokens.add(new Token(start, position, isColonNext() ? Type.NAME : Type.TEXT));
  }

  private void readRun(Type type) {
    int start = position;
    while (position < text.length
        && (type == Type.NUMBER ? isPartOfNumber(text[position]) : isPartOfWord(text[position]))) {
      position++;
    }
    tokens.add(new Token(start, position, type));
  }

  private boolean isColonNext() {
    int next = position;
    while (next < text.length && text[next] == ' ') {
      next++;
    }
    return next < text.length && text[next] == ':';
  }

  private static boolean isPartOfNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.';
  }

  private static boolean isPartOfWord(byte b) {
    return b >= 'a' && b <= 'z';
  }
}
