// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a walk gets anywhere. Pages without a new file may come: a service that filters after it
 * has cut its pages gives empty ones, one that overlaps them may repeat a whole page. Used by one
 * thread.
 */
final class WalkProgress {

  /** A purpose that one file in a million has is found at 100 files per page. */
  private static final int MOST_EMPTY_PAGES = 10_000;

  private static final int MOST_REPEATED_PAGES = 3;

  private final CursorLoopGuard cursors = new CursorLoopGuard();
  private final CursorLoopGuard lastFiles = new CursorLoopGuard();
  private @Nullable String previousCursor;
  private int emptyPages;
  private int repeatedPages;

  /**
   * Whether there is no point in asking for the page after this one.
   *
   * @param isPassed whether the walk has started over and passes this page once more
   * @param fresh the files of the page that were not met before
   */
  boolean isOver(ArkFilePage page, boolean isPassed, List<ArkFile> fresh) {
    boolean cursorMet = isMet(page.lastId());
    if (isPassed || !fresh.isEmpty()) {
      emptyPages = 0;
      repeatedPages = 0;
      // a server that leads in a long circle may name its cursors anew, but not its files
      List<ArkFile> files = fresh.isEmpty() ? page.data() : fresh;
      return lastFiles.isRepeated(files.get(files.size() - 1).id()) || cursorMet;
    }
    if (page.data().isEmpty()) {
      emptyPages++;
    } else {
      repeatedPages++;
    }
    return cursorMet || emptyPages > MOST_EMPTY_PAGES || repeatedPages > MOST_REPEATED_PAGES;
  }

  /** The page before is looked at too: the guard keeps one cursor, which may be an older one. */
  private boolean isMet(@Nullable String cursor) {
    boolean met = cursors.isRepeated(cursor) || (cursor != null && cursor.equals(previousCursor));
    previousCursor = cursor;
    return met;
  }
}
