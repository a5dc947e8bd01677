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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values the tolerant way: numbers may be quoted, times may be seconds, fractions or
 * milliseconds, and a value of a type that makes no sense is as good as none. Thread-safe.
 */
final class JsonText {

  /** Seconds beyond this would be after the year 5138: such a time is in milliseconds. */
  private static final double MAX_SECONDS = 1e11;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();
  private static final ObjectReader TREE_READER = MAPPER.readerFor(JsonNode.class);
  private static final ObjectWriter TREE_WRITER = MAPPER.writer();

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

  static JsonNode tree(byte[] json) {
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

  /** A point in time; null if there is none, or if it is not after 1970. */
  static @Nullable Instant readTime(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT) {
      int seconds = parser.getIntValue();
      return seconds <= 0 ? null : Instant.ofEpochSecond(seconds);
    }
    Double number = readNumber(parser);
    if (number == null || !(number > 0)) {
      return null;
    }
    double milliseconds = number > MAX_SECONDS ? number : number * 1000;
    try {
      return milliseconds > Long.MAX_VALUE ? null : Instant.ofEpochMilli(Math.round(milliseconds));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Double readNumber(JsonParser parser) throws IOException {
    String text = readText(parser);
    if (text == null || text.length() > 64) {
      return null;
    }
    try {
      return Double.valueOf(text.trim());
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
