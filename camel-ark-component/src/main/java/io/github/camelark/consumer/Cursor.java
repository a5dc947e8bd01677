// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A second up to which everything is done.
 *
 * @param fileId a file of that second, which the next scan begins after; null if that file is gone,
 *     so that it begins at the start
 * @param createdAtSeconds seconds since 1970: whatever was created in an earlier second is done
 * @param orderIsSeen whether files of different seconds have shown the order of the list: before
 *     that no list may begin after the file
 */
record Cursor(@Nullable String fileId, long createdAtSeconds, boolean orderIsSeen) {

  private static final String ORDER_IS_A_GUESS = "?";

  /** Null for a file without a time of creation, which cannot be a cursor. */
  static @Nullable Cursor at(ArkFile file) {
    Instant created = file.createdAt();
    return created == null ? null : new Cursor(file.id(), created.getEpochSecond(), true);
  }

  /** Reads what {@link #toText} wrote; null if it is empty or something else. */
  static @Nullable Cursor fromText(@Nullable String text) {
    if (text == null) {
      return null;
    }
    boolean isGuess = text.startsWith(ORDER_IS_A_GUESS);
    int separator = text.indexOf(' ');
    int end = separator < 0 ? text.length() : separator;
    String id = separator < 0 ? null : text.substring(separator + 1);
    try {
      long second = Long.parseLong(text, isGuess ? 1 : 0, end, 10);
      return id != null && id.isEmpty() ? null : new Cursor(id, second, !isGuess);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  String toText() {
    String text = (orderIsSeen ? "" : ORDER_IS_A_GUESS) + createdAtSeconds;
    return fileId == null ? text : text + " " + fileId;
  }

  /** The file that a list begins after; null if it begins at its start. */
  @Nullable String after() {
    return orderIsSeen ? fileId : null;
  }

  /** The same place, for when its file is gone. */
  Cursor withoutFile() {
    return new Cursor(null, createdAtSeconds, orderIsSeen);
  }

  /** The same place, with what is known of the order of the list. */
  Cursor withOrder(boolean isSeen) {
    return new Cursor(fileId, createdAtSeconds, isSeen);
  }

  /** The place of a later scan, which never forgets what an earlier one had done. */
  Cursor notBefore(@Nullable Cursor earlier) {
    return earlier == null || earlier.createdAtSeconds <= createdAtSeconds
        ? this
        : new Cursor(fileId, earlier.createdAtSeconds, orderIsSeen);
  }

  boolean isAt(ArkFile file) {
    return file.id().equals(fileId);
  }

  /** Whether a file is the cursor's, or of an earlier second: it was dealt with before. */
  boolean covers(ArkFile file) {
    Instant created = file.createdAt();
    return isAt(file) || (created != null && created.getEpochSecond() < createdAtSeconds);
  }

  /** The same of an earlier process: before the order was seen all of its second may be done. */
  boolean coversAsInherited(ArkFile file) {
    Instant created = file.createdAt();
    return covers(file)
        || (!orderIsSeen && created != null && created.getEpochSecond() == createdAtSeconds);
  }
}
