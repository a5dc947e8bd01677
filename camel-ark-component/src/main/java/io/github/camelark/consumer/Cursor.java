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
 */
record Cursor(@Nullable String fileId, long createdAtSeconds) {

  /** Null for a file without a time of creation, which cannot be a cursor. */
  static @Nullable Cursor at(ArkFile file) {
    Instant created = file.createdAt();
    return created == null ? null : new Cursor(file.id(), created.getEpochSecond());
  }

  /** Reads what {@link #toText} wrote; null if it is empty or something else. */
  static @Nullable Cursor fromText(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int separator = text.indexOf(' ');
    int end = separator < 0 ? text.length() : separator;
    String id = separator < 0 ? null : text.substring(separator + 1);
    try {
      return id != null && id.isEmpty() ? null : new Cursor(id, Long.parseLong(text, 0, end, 10));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  String toText() {
    return fileId == null ? String.valueOf(createdAtSeconds) : createdAtSeconds + " " + fileId;
  }

  /** The same place, for when its file is gone. */
  Cursor withoutFile() {
    return new Cursor(null, createdAtSeconds);
  }

  /** The place of a later scan, which never forgets what an earlier one had done. */
  Cursor notBefore(@Nullable Cursor earlier) {
    return earlier == null || earlier.createdAtSeconds <= createdAtSeconds
        ? this
        : new Cursor(fileId, earlier.createdAtSeconds);
  }

  /** Whether a file is the cursor, or of an earlier second, so that it was dealt with before. */
  boolean covers(ArkFile file) {
    Instant created = file.createdAt();
    return file.id().equals(fileId)
        || (created != null && created.getEpochSecond() < createdAtSeconds);
  }
}
