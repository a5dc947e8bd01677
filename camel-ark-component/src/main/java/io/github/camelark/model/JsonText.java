// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.dialect.Dialects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values the tolerant way: numbers may be quoted, times may be seconds, fractions,
 * milliseconds or ISO text, and a value of a type that makes no sense is as good as none.
 * Thread-safe.
 */
final class JsonText {

  /**
   * More seconds than that would be after the year 33658, as many milliseconds are in 2001: such a
   * time is in milliseconds. The year 9999, by which some servers mean never, is in seconds.
   */
  private static final double MAX_SECONDS = 1e12;

  private static final int DATE_LENGTH = 10;
  private static final int MAX_NUMBER_LENGTH = 64;

  /** ISO 8601 with any offset, or without one, which means UTC. */
  private static final DateTimeFormatter ISO_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT);

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();
  private static final ObjectReader TREE_READER = MAPPER.readerFor(JsonNode.class);
  private static final ObjectWriter TREE_WRITER = MAPPER.writer();

  private static final Set<String> EXPIRY_FIELDS = Dialects.expiryFields();

  /** Reads the value that the parser stands on, to its end. */
  @FunctionalInterface
  interface FieldReader {
    void read(String name, JsonParser parser) throws IOException;
  }

  /** Reads the element of an array that the parser stands on, to its end. */
  @FunctionalInterface
  interface ElementReader {
    void read(JsonParser parser) throws IOException;
  }

  private JsonText() {}

  /**
   * A parser that stands on the first token of the object in these bytes, which are UTF-8 as RFC
   * 8259 section 8.1 demands.
   */
  static JsonParser openObject(byte[] json) throws IOException {
    for (int i = 0; i < Math.min(json.length, 4); i++) {
      if (json[i] == 0) {
        throw MismatchedInputException.from(
            (JsonParser) null, Object.class, "JSON must be in UTF-8");
      }
    }
    JsonParser parser = FACTORY.createParser(json);
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      parser.close();
      throw mismatch(parser, "a JSON object is expected");
    }
    return parser;
  }

  /** The same without a byte order mark, which some servers send though RFC 8259 forbids it. */
  static byte[] withoutByteOrderMark(byte[] json) {
    return hasByteOrderMark(json) ? Arrays.copyOfRange(json, 3, json.length) : json;
  }

  /** Fails if anything follows the value just read. */
  static void expectEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw mismatch(parser, "nothing may follow the JSON object");
    }
  }

  static MismatchedInputException mismatch(JsonParser parser, String message) {
    return MismatchedInputException.from(parser, Object.class, message);
  }

  /** Of JSON that was read before. */
  static JsonNode tree(byte[] json) {
    try {
      return TREE_READER.readTree(json);
    } catch (IOException e) {
      // Jackson 2.22 refuses half a surrogate pair in UTF-8, but not in a value that is skipped.
      return tree(text(json));
    }
  }

  private static JsonNode tree(String json) {
    try {
      return TREE_READER.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("JSON that was read before cannot be read again", e);
    }
  }

  static byte[] bytes(JsonNode tree) throws IOException {
    return TREE_WRITER.writeValueAsBytes(tree);
  }

  static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  /** Reads the fields of the object that the parser stands on; skips anything else. */
  static void forEachField(JsonParser parser, FieldReader reader) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      reader.read(name, parser);
    }
  }

  /** Reads the elements of the array that the parser stands on; skips anything else. */
  static void forEachElement(JsonParser parser, ElementReader reader) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      reader.read(parser);
    }
  }

  /** Whether a field says when the service will delete something by itself. */
  static boolean isExpiry(String name) {
    return EXPIRY_FIELDS.contains(name);
  }

  /** Services name an expiry in two ways, some in both: nothing ends before all of them say so. */
  static @Nullable Instant later(@Nullable Instant before, @Nullable Instant now) {
    return before == null || (now != null && now.isAfter(before)) ? now : before;
  }

  /** Why something failed: an object, or only a text; null if there is none. */
  static @Nullable ArkObjectError readError(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      String text = readText(parser);
      return text == null ? null : new ArkObjectError(null, text);
    }
    String[] codeAndMessage = new String[2];
    forEachField(
        parser,
        (name, value) -> {
          switch (name) {
            case "code" -> codeAndMessage[0] = readText(value);
            case "message" -> codeAndMessage[1] = readText(value);
            default -> value.skipChildren();
          }
        });
    return new ArkObjectError(codeAndMessage[0], codeAndMessage[1]);
  }

  static @Nullable String nonBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** Skips an object or array, and says whether there was anything in it. */
  static boolean skipSaysSomething(JsonParser parser) throws IOException {
    JsonToken end =
        parser.currentToken() == JsonToken.START_OBJECT
            ? JsonToken.END_OBJECT
            : JsonToken.END_ARRAY;
    boolean something = false;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw mismatch(parser, "the JSON is cut");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      something |= depth > 0 || token != end;
    }
    return something;
  }

  /** The text of a scalar; null for null, an object or an array, which are skipped. */
  static @Nullable String readText(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      parser.skipChildren();
      return null;
    }
    return token == JsonToken.VALUE_NULL ? null : parser.getText();
  }

  static @Nullable Long readLong(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    Double number = readNumber(parser);
    return number == null || !(Math.abs(number) <= 0x1p63) ? null : (Long) number.longValue();
  }

  static @Nullable Boolean readBoolean(JsonParser parser) throws IOException {
    String text = readText(parser);
    if (text == null) {
      return null;
    }
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw mismatch(parser, "true or false is expected");
    };
  }

  /**
   * A point in time, in seconds, in milliseconds, or as ISO text; null if there is none, or if it
   * is not after 1970.
   */
  static @Nullable Instant readTime(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT) {
      int seconds = parser.getIntValue();
      return seconds <= 0 ? null : Instant.ofEpochSecond(seconds);
    }
    String text = readText(parser);
    if (text == null) {
      return null;
    }
    Double number = number(text);
    Instant time = number == null ? isoTime(text.trim()) : time(number);
    return time != null && time.isAfter(Instant.EPOCH) ? time : null;
  }

  private static @Nullable Instant time(double number) {
    double milliseconds = Math.abs(number) > MAX_SECONDS ? number : number * 1000;
    return Math.abs(milliseconds) < Long.MAX_VALUE
        ? Instant.ofEpochMilli(Math.round(milliseconds))
        : null;
  }

  private static @Nullable Instant isoTime(String text) {
    if (text.length() < DATE_LENGTH || text.length() > MAX_NUMBER_LENGTH) {
      return null;
    }
    String time =
        text.length() == DATE_LENGTH
            ? text + "T00:00"
            : text.charAt(DATE_LENGTH) == ' ' ? text.replaceFirst(" ", "T") : text;
    try {
      return Instant.from(ISO_TIME.parse(time));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Double readNumber(JsonParser parser) throws IOException {
    String text = readText(parser);
    return text == null ? null : number(text);
  }

  /** Java would take {@code 7d} and {@code NaN} for numbers too. */
  private static @Nullable Double number(String text) {
    String number = text.trim();
    if (number.isEmpty() || number.length() > MAX_NUMBER_LENGTH) {
      return null;
    }
    for (int i = 0; i < number.length(); i++) {
      if ("0123456789+-.eE".indexOf(number.charAt(i)) < 0) {
        return null;
      }
    }
    try {
      return Double.valueOf(number);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean hasByteOrderMark(byte[] json) {
    return json.length >= 3
        && json[0] == (byte) 0xEF
        && json[1] == (byte) 0xBB
        && json[2] == (byte) 0xBF;
  }
}
