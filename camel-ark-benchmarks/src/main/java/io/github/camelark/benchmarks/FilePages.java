// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.nio.charset.StandardCharsets;

/**
 * Makes the pages of a list of any length, by numbers, as Ark writes them. Cheap, since the server
 * shares the machine with what is measured. Thread-safe.
 */
public final class FilePages {

  private static final int DIGITS = 8;
  private static final String ID_PREFIX = "file-";
  private static final int FIRST_CREATED = 1_700_000_000;
  private static final int LIFETIME = 7 * 24 * 3600;

  private static final String ENTRY =
      "{\"object\":\"file\",\"id\":\"file-########\",\"purpose\":\"user_data\","
          + "\"filename\":\"report-########.pdf\",\"bytes\":1048576,"
          + "\"mime_type\":\"application/pdf\",\"created_at\":##########,"
          + "\"expire_at\":##########,\"status\":\"active\"}";
  private static final byte[] TEMPLATE = bytes(ENTRY);
  private static final int ID = ENTRY.indexOf('#');
  private static final int NAME = ENTRY.indexOf('#', ID + DIGITS);
  private static final int CREATED = ENTRY.indexOf('#', NAME + DIGITS);
  private static final int EXPIRES = ENTRY.indexOf('#', CREATED + 10);
  private static final byte[] HEAD = bytes("{\"object\":\"list\",\"data\":[");

  private final int files;

  public FilePages(int files) {
    this.files = files;
  }

  /** The number of the file that an id names, counted from 1. */
  static int numberOf(String id) {
    return Integer.parseInt(id, ID_PREFIX.length(), id.length(), 10);
  }

  /** The page that follows the file of this number; 0 for the first. */
  public byte[] after(int number, int limit) {
    int count = Math.max(0, Math.min(limit, files - number));
    byte[] tail = bytes(tail(number, count));
    int commas = Math.max(0, count - 1);
    byte[] page = new byte[HEAD.length + count * TEMPLATE.length + commas + tail.length];
    System.arraycopy(HEAD, 0, page, 0, HEAD.length);
    int position = HEAD.length;
    for (int file = number + 1; file <= number + count; file++) {
      if (file > number + 1) {
        page[position++] = ',';
      }
      writeFile(page, position, file);
      position += TEMPLATE.length;
    }
    System.arraycopy(tail, 0, page, position, tail.length);
    return page;
  }

  private static void writeFile(byte[] page, int position, int file) {
    System.arraycopy(TEMPLATE, 0, page, position, TEMPLATE.length);
    writeNumber(page, position + ID, file, DIGITS);
    writeNumber(page, position + NAME, file, DIGITS);
    writeNumber(page, position + CREATED, FIRST_CREATED + file, 10);
    writeNumber(page, position + EXPIRES, FIRST_CREATED + file + LIFETIME, 10);
  }

  private static void writeNumber(byte[] page, int position, int number, int digits) {
    int rest = number;
    for (int i = position + digits - 1; i >= position; i--) {
      page[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private String tail(int number, int count) {
    if (count == 0) {
      return "],\"has_more\":false}";
    }
    return "],\"first_id\":\"%s\",\"last_id\":\"%s\",\"has_more\":%s}"
        .formatted(id(number + 1), id(number + count), number + count < files);
  }

  private static String id(int number) {
    return ID_PREFIX + ("%0" + DIGITS + "d").formatted(number);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
