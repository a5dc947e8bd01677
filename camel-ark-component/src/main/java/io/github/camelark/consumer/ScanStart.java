// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a scan begins, and what it skips.
 *
 * @param cursor what was stored; null for nothing
 * @param orderIsSeen whether the order of the list was seen when that was stored
 * @param fromStart whether the list is to begin at its start all the same
 * @param isInherited whether an earlier process has stored it, so that nothing else tells what is
 *     done of its second
 */
record ScanStart(
    @Nullable Cursor cursor, boolean orderIsSeen, boolean fromStart, boolean isInherited) {

  /** The file that the list begins after; null if it begins at its start. */
  @Nullable String after() {
    return cursor == null || fromStart || !orderIsSeen ? null : cursor.fileId();
  }

  /** What is known of the order of the list. */
  ListOrder order() {
    return new ListOrder(orderIsSeen, after() == null ? null : cursor);
  }

  /** Whether the cursor has passed a file, so that it was dealt with before. */
  boolean covers(ArkFile file) {
    return cursor != null
        && (cursor.covers(file) || (isInherited && !orderIsSeen && isOfItsSecond(file)));
  }

  /** Whether a file is that of the cursor. */
  boolean isAt(ArkFile file) {
    return cursor != null && file.id().equals(cursor.fileId());
  }

  private boolean isOfItsSecond(ArkFile file) {
    Instant created = file.createdAt();
    return cursor != null
        && created != null
        && created.getEpochSecond() == cursor.createdAtSeconds();
  }
}
