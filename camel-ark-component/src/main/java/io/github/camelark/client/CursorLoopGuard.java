// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import org.jspecify.annotations.Nullable;

/**
 * Notices that a server leads in circles, of whatever length, while it remembers one cursor only:
 * the one kept is replaced after 1, 2, 4, 8... pages, so that sooner or later it lies on the circle
 * and is kept for long enough to be met again (Brent's algorithm). Used by one thread.
 */
final class CursorLoopGuard {

  private @Nullable String kept;
  private long pages;
  private long pagesUntilReplaced = 1;

  /** Whether this cursor was met before. */
  boolean isRepeated(@Nullable String cursor) {
    if (cursor != null && cursor.equals(kept)) {
      return true;
    }
    if (++pages == pagesUntilReplaced) {
      kept = cursor;
      pages = 0;
      pagesUntilReplaced *= 2;
    }
    return false;
  }
}
