// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last file before which everything is done: its id, and the second in which it was created.
 *
 * @param fileId the id that the next scan begins after
 * @param createdAtSeconds seconds since 1970
 */
record Cursor(String fileId, long createdAtSeconds) {

  /** Null for a file without a time of creation, which cannot be a cursor. */
  static @Nullable Cursor at(ArkFile file) {
    Instant created = file.createdAt();
    return created == null ? null : new Cursor(file.id(), created.getEpochSecond());
  }

  /** Reads what {@link #toText} wrote; null if it is empty or something else. */
  static @Nullable Cursor fromText(@Nullable String text) {
    int separator = text == null ? -1 : text.indexOf(' ');
    if (text == null || separator < 1 || separator == text.length() - 1) {
      return null;
    }
    try {
      return new Cursor(text.substring(separator + 1), Long.parseLong(text, 0, separator, 10));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  String toText() {
    return createdAtSeconds + " " + fileId;
  }

  /** Whether a file was created in an earlier second, so that it was dealt with before. */
  boolean isAfter(ArkFile file) {
    Instant created = file.createdAt();
    return created != null && created.getEpochSecond() < createdAtSeconds;
  }
}
