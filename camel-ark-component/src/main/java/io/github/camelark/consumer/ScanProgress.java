// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one scan has got: the cursor may move past a file only if that file and all before it are
 * done, and if its second is over on the server's clock, since files of one second have no order.
 * Files that wait for completion are remembered, at most so many; nothing is remembered behind a
 * file that holds the cursor back for the rest of the scan. Thread-safe.
 */
final class ScanProgress {

  private static final int MAX_REMEMBERED = 100_000;

  private final Duration lag;
  private final boolean wanted;

  /** What was passed after a file that waits for completion, that file included, in order. */
  private final Map<String, @Nullable Cursor> passed = new LinkedHashMap<>();

  private final Set<String> inFlight = new HashSet<>();
  private final @Nullable Cursor beginning;
  private volatile boolean held;
  private @Nullable String inDoubt;
  private @Nullable Instant serverTime;
  private @Nullable Cursor reached;

  /**
   * @param lag how long a second must be over
   * @param wanted whether anybody asks how far the scan has got
   * @param beginning the cursor as it was when the scan began
   */
  ScanProgress(Duration lag, boolean wanted, @Nullable Cursor beginning) {
    this.lag = lag;
    this.wanted = wanted;
    this.held = !wanted;
    this.beginning = beginning;
  }

  /** Whether what comes next does not matter any more: the cursor stays where it is. */
  boolean isHeld() {
    return held;
  }

  /** When the page was made whose files come next. */
  synchronized void serverTime(Instant now) {
    serverTime = now;
  }

  /** The next file of the scan, and what was decided about it. */
  void pass(ArkFile file, Decision decision) {
    if (!held) {
      passUnlessHeld(file, decision);
    }
  }

  private synchronized void passUnlessHeld(ArkFile file, Decision decision) {
    Cursor cursor = Cursor.at(file);
    if (passed.size() >= MAX_REMEMBERED
        || passed.containsKey(file.id())
        || decision == Decision.LATER
        || !wasOver(cursor)) {
      held = true;
      if (decision == Decision.EMIT) {
        // if it is in work already, then nobody can tell which of both is done
        inDoubt = file.id();
      }
      return;
    }
    passed.put(file.id(), cursor);
    if (decision == Decision.EMIT) {
      inFlight.add(file.id());
    }
    advance();
  }

  /** A file that was emitted is done. */
  void done(String fileId) {
    if (wanted) {
      synchronized (this) {
        if (!fileId.equals(inDoubt) && inFlight.remove(fileId)) {
          advance();
        }
      }
    }
  }

  /** The cursor's file is gone: until another takes its place a scan begins at the start. */
  synchronized void dropCursor() {
    if (reached == null && beginning != null) {
      reached = beginning.withoutFile();
    }
  }

  /** How far the cursor may move; null if it must not move. */
  synchronized @Nullable Cursor reached() {
    advance();
    return reached;
  }

  private void advance() {
    Iterator<Map.Entry<String, @Nullable Cursor>> files = passed.entrySet().iterator();
    while (files.hasNext()) {
      Map.Entry<String, @Nullable Cursor> file = files.next();
      if (inFlight.contains(file.getKey())) {
        return;
      }
      Cursor cursor = file.getValue();
      reached = cursor == null ? reached : cursor.notBefore(beginning);
      files.remove();
    }
  }

  /**
   * Whether the second of a file was over when its page was made, so that no file of that second
   * can have been missing from it. A file without a time of creation can be passed, but cannot be
   * the cursor.
   */
  private boolean wasOver(@Nullable Cursor cursor) {
    return cursor == null
        || (serverTime != null
            && !Instant.ofEpochSecond(cursor.createdAtSeconds() + 1).plus(lag).isAfter(serverTime));
  }
}
