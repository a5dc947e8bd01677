// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JSON that is rare, wrong or too much. */
final class OddJson {

  static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1",
          "2147483647",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "253402300800",
          "31556889864403199",
          "99999999999999999999999999",
          "0.1",
          "1763552708.999999999",
          "1e11",
          "1E400",
          "-1e400",
          "1e-400",
          "1e2147483648",
          "123e99999999999999999999",
          "01",
          "+1",
          ".5",
          "1.",
          "0x10",
          "NaN",
          "Infinity",
          "-Infinity",
          "1_000",
          "9".repeat(999),
          "9".repeat(1_001),
          "0." + "3".repeat(5_000),
          "-" + "1".repeat(70_000));

  static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "{\"id\":\"" + Seed.ID + "\"}",
          "\"true\"",
          "\"FALSE \"",
          "\"1\"",
          "\"1763552708\"",
          "\"1e999\"",
          "\"0x1p3\"",
          "\"NaN\"",
          "\"" + Seed.ID + "\"",
          "\"" + Seed.KEY + "\"",
          "\"file-0002\"",
          "\"..\"",
          "\"../../responses/x?y#z%2F\"",
          "\"a\\r\\nX: y\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u202e\\u2028\"",
          "\"active\"",
          "\"ALREADY_GONE\"",
          "\"NOT_DELETED\"",
          "\"QuotaExceeded\"",
          "\"OperationDenied.FileQuotaExceeded.X\"",
          "0",
          "-1",
          "1e309",
          "9223372036854775808",
          "undefined",
          "",
          "'x'");

  static final List<String> NAMES =
      List.of(
          "\"id\"",
          "\"object\"",
          "\"deleted\"",
          "\"outcome\"",
          "\"data\"",
          "\"error\"",
          "\"message\"",
          "\"code\"",
          "\"has_more\"",
          "\"first_id\"",
          "\"last_id\"",
          "\"created_at\"",
          "\"expire_at\"",
          "\"bytes\"",
          "\"filename\"",
          "\"status\"",
          "\"status_details\"",
          "\"download_url\"",
          "\"ResponseMetadata\"",
          "\"Error\"",
          "\"details\"",
          "\"innererror\"",
          "\"target\"",
          "\"detail\"",
          "\"\"",
          "\"\\u0069d\"",
          "\"__proto__\"",
          "\"@class\"",
          "id",
          "1",
          "null");

  static final List<String> BODIES =
      List.of(
          "null",
          "true",
          "0",
          "\"\"",
          "[]",
          "{}",
          "[{}]",
          " ",
          "\r\n\t",
          "{",
          "[",
          "\"",
          "<",
          "{\"data\":[]}",
          "{\"object\":\"list\"}",
          "{\"error\":null}",
          "{\"error\":\"\"}",
          "{\"error\":[]}",
          "{\"error\":{}}",
          "{\"error\":{\"message\":{\"message\":\"x\"}}}",
          "{\"error\":{\"details\":{\"a\":1},\"innererror\":[{}]}}",
          "{\"error\":\"" + Seed.KEY + "\"}",
          "{\"deleted\":true}",
          "{\"deleted\":null}",
          "{\"outcome\":\"ALREADY_GONE\"}",
          "{\"ResponseMetadata\":{\"Error\":null}}",
          "{\"id\":null}",
          "Words that mean nothing " + Seed.KEY,
          "data: [DONE]");

  static final List<String> DRESSES =
      List.of(
          "\u00ef\u00bb\u00bf",
          "\u00fe\u00ff",
          "\u00ff\u00fe\0\0",
          "\0",
          " ".repeat(5_000),
          "\u001e",
          ")]}',\n",
          "/* c */",
          "null",
          "{}",
          ",",
          "]",
          "}",
          "\u001f\u008b\u0008\0");

  static final List<String> CHARSETS =
      List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "ISO-8859-1", "IBM1047");

  /**
   * Around the limits of the parser, and far beyond; mostly little, so that there is much to do.
   */
  private static final int[] DEPTHS = {
    1, 2, 5, 50, 500, 990, 996, 999, 1_000, 1_001, 5_000, 90_000
  };

  private static final int[] LENGTHS = {1, 9, 99, 101, 201, 501, 1_025, 8_190, 49_999, 65_537};
  private static final int HUGE = 400_000;
  private static final int[] TIMES = {1, 2, 3, 9, 10, 11, 100, 1_000, 20_000};

  private static final List<byte[]> LONG_TEXTS =
      List.of(
          Bytes.latin1("a"),
          Bytes.latin1(" "),
          Bytes.latin1("\\u0000"),
          Bytes.latin1("\\ud83d\\ude00"),
          Bytes.latin1("\\ud800"),
          Bytes.latin1("\\\""),
          Bytes.latin1("'"),
          Bytes.latin1("\u0001"),
          Bytes.latin1("\u00ff"),
          Bytes.latin1("download_url"),
          Bytes.latin1("download_url:["),
          Bytes.latin1("download_url" + " ".repeat(50)),
          Bytes.latin1(Seed.KEY),
          Bytes.latin1(Seed.KEY.substring(0, 7)),
          "\u202e".getBytes(StandardCharsets.UTF_8),
          "\u00e9".getBytes(StandardCharsets.UTF_8),
          "\ud83d\ude00".getBytes(StandardCharsets.UTF_8));

  private OddJson() {}

  /** Something within many arrays or objects, which may lack their ends. */
  static byte[] nested(byte[] inner, int how) {
    int depth = DEPTHS[how % DEPTHS.length];
    int shape = how / DEPTHS.length;
    String opening = List.of("[", "{\"a\":", "{\"error\":", "{\"innererror\":").get(shape % 4);
    String closing = opening.equals("[") ? "]" : "}";
    byte[] start = Bytes.repeat(Bytes.latin1(opening), depth);
    byte[] end = Bytes.repeat(Bytes.latin1(closing), shape / 4 % 8 == 0 ? 0 : depth);
    return Bytes.concat(start, inner, end);
  }

  static byte[] longText(int how) {
    byte[] text = LONG_TEXTS.get(how % LONG_TEXTS.size());
    int manner = how / LONG_TEXTS.size() % 50;
    int length = manner == 0 ? HUGE : LENGTHS[manner % LENGTHS.length];
    return Bytes.repeat(text, 1 + (length - 1) / text.length);
  }

  /** How often to repeat something of that length. */
  static int times(int how, int length) {
    return Math.min(TIMES[how % TIMES.length], 1 + HUGE / length);
  }

  /** Start and end of an object; null if there is none that ends. */
  static int[] object(byte[] body, int where) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < body.length && starts.size() < 1_000; i++) {
      if (body[i] == '{') {
        starts.add(i);
      }
    }
    if (starts.isEmpty()) {
      return null;
    }
    int start = starts.get(where % starts.size());
    int depth = 0;
    for (int i = start; i < body.length; i++) {
      depth += body[i] == '{' ? 1 : body[i] == '}' ? -1 : 0;
      if (depth == 0) {
        return new int[] {start, i + 1};
      }
    }
    return null;
  }
}
