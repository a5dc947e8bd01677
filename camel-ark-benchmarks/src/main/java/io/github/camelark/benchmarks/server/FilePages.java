// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes the pages of a list of any length as Ark writes them, 100 files each. Cheap, since the
 * server shares the machine with what is measured: only the numbers of a page are written anew.
 */
final class FilePages {

  static final int PAGE = 100;

  private static final int FIRST_CREATED = 1_700_000_000;
  private static final int LIFETIME = 7 * 24 * 3600;

  private static final String FILE =
      "{\"object\":\"file\",\"id\":\"file-########\",\"purpose\":\"user_data\","
          + "\"filename\":\"report-########.pdf\",\"bytes\":1048576,"
          + "\"mime_type\":\"application/pdf\",\"created_at\":##########,"
          + "\"expire_at\":##########,\"status\":\"active\"}";
  private static final String LIST =
      "{\"object\":\"list\",\"data\":["
          + (FILE + ",").repeat(PAGE - 1)
          + FILE
          + "],\"first_id\":\"file-########\",\"last_id\":\"file-########\",\"has_more\":";
  private static final byte[] TEMPLATE = bytes(LIST + "true }");
  private static final byte[] LAST = bytes(LIST + "false}");
  private static final byte[] EMPTY = bytes("{\"data\":[],\"has_more\":false}");

  /** Where the numbers are. */
  private static final MatchResult[] NUMBERS =
      Pattern.compile("#+").matcher(LIST).results().toArray(MatchResult[]::new);

  private FilePages() {}

  /**
   * The page that follows a file.
   *
   * @param number that of the file, counted from 1; 0 for the first page
   * @param files how many there are, a multiple of 100
   */
  static byte[] after(int number, int files) {
    if (number >= files) {
      return EMPTY;
    }
    byte[] page = (number + PAGE < files ? TEMPLATE : LAST).clone();
    int next = 0;
    for (int file = number + 1; file <= number + PAGE; file++) {
      write(page, next++, file);
      write(page, next++, file);
      write(page, next++, FIRST_CREATED + file);
      write(page, next++, FIRST_CREATED + file + LIFETIME);
    }
    write(page, next++, number + 1);
    write(page, next, number + PAGE);
    return page;
  }

  private static void write(byte[] page, int place, int number) {
    int rest = number;
    for (int i = NUMBERS[place].end() - 1; i >= NUMBERS[place].start(); i--) {
      page[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
