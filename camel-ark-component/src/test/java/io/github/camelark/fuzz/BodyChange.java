// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import io.github.camelark.fuzz.JsonTokens.Token;
import io.github.camelark.fuzz.JsonTokens.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What can be wrong with a body of JSON. Without a place for it a body stays as it is. */
enum BodyChange implements Change.Kind<byte[]> {
  ODD_VALUE(
      (body, where, how) ->
          replace(body, type -> type != Type.NAME, where, pick(OddJson.VALUES, how))),
  EXTREME_NUMBER(
      (body, where, how) ->
          replace(body, type -> type == Type.NUMBER, where, pick(OddJson.NUMBERS, how))),
  /** Also the way to a name that comes twice, before or after the true one. */
  OTHER_NAME(
      (body, where, how) ->
          replace(body, type -> type == Type.NAME, where, pick(OddJson.NAMES, how))),
  NAME_TWICE(BodyChange::nameTwice),
  NEST(BodyChange::nest),
  STRETCH(BodyChange::stretch),
  MANY_ENTRIES(BodyChange::manyEntries),
  OTHER_CHARSET(
      (body, where, how) ->
          new String(body, StandardCharsets.UTF_8)
              .getBytes(Charset.forName(pick(OddJson.CHARSETS, how)))),
  DRESS(BodyChange::dress),
  OTHER_BODY((body, where, how) -> Bytes.latin1(pick(OddJson.BODIES, how)));

  private final Change.Kind<byte[]> effect;

  BodyChange(Change.Kind<byte[]> effect) {
    this.effect = effect;
  }

  @Override
  public byte[] change(byte[] body, int where, int how) {
    return effect.change(body, where, how);
  }

  private static byte[] nameTwice(byte[] body, int where, int how) {
    Token name = token(body, type -> type == Type.NAME, where);
    if (name == null) {
      return body;
    }
    byte[] again = Arrays.copyOfRange(body, name.start(), name.end());
    byte[] member = Bytes.concat(again, Bytes.latin1(":" + pick(OddJson.VALUES, how) + ","));
    return Bytes.replace(body, name.start(), name.start(), member);
  }

  private static byte[] nest(byte[] body, int where, int how) {
    Token value = token(body, type -> type != Type.NAME, where);
    int start = value == null ? 0 : value.start();
    int end = value == null ? body.length : value.end();
    return Bytes.replace(
        body, start, end, OddJson.nested(Arrays.copyOfRange(body, start, end), how));
  }

  private static byte[] stretch(byte[] body, int where, int how) {
    Token text = token(body, type -> type == Type.TEXT || type == Type.NAME, where);
    int inside = text == null ? body.length : text.start() + 1;
    return Bytes.replace(body, inside, inside, OddJson.longText(how));
  }

  private static byte[] manyEntries(byte[] body, int where, int how) {
    int[] object = OddJson.object(body, where);
    if (object == null) {
      return body;
    }
    byte[] entry = Bytes.concat(Arrays.copyOfRange(body, object[0], object[1]), Bytes.latin1(","));
    return Bytes.replace(
        body, object[0], object[0], Bytes.repeat(entry, OddJson.times(how, entry.length)));
  }

  private static byte[] dress(byte[] body, int where, int how) {
    byte[] dress = Bytes.latin1(pick(OddJson.DRESSES, how));
    return where % 2 == 0 ? Bytes.concat(dress, body) : Bytes.concat(body, dress);
  }

  private static byte[] replace(byte[] body, Predicate<Type> wanted, int where, String by) {
    Token token = token(body, wanted, where);
    return token == null ? body : Bytes.replace(body, token.start(), token.end(), Bytes.latin1(by));
  }

  private static Token token(byte[] body, Predicate<Type> wanted, int where) {
    List<Token> tokens = JsonTokens.of(body, wanted);
    return tokens.isEmpty() ? null : tokens.get(where % tokens.size());
  }

  private static String pick(List<String> from, int how) {
    return from.get(how % from.size());
  }
}
