// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one scan has got. The cursor moves by whole seconds, since files of one second have no
 * order, and not the same one at every request: past a second only if all its files and all before
 * it are done, and if it is over on the server's clock. Files that wait for completion are
 * remembered, at most so many; nothing is remembered behind a file that holds the cursor back for
 * the rest of the scan. {@link ListOrder} has seen that the files come in order. Thread-safe.
 */
final class ScanProgress {

  private static final int MAX_REMEMBERED = 100_000;

  private final Duration lag;
  private final boolean wanted;

  /** The seconds that were passed and are not done, in order; files may come to the last one. */
  private final Deque<Second> seconds = new ArrayDeque<>();

  private final Map<String, Second> secondOf = new HashMap<>();
  private final Set<String> inFlight = new HashSet<>();
  private final @Nullable Cursor beginning;
  private volatile boolean held;
  private @Nullable String inDoubt;
  private @Nullable Instant serverTime;
  private @Nullable Cursor reached;

  /**
   * @param wanted whether there is a cursor to move
   * @param beginning the cursor as it was when the scan began
   */
  ScanProgress(Duration lag, boolean wanted, @Nullable Cursor beginning) {
    this.lag = lag;
    this.wanted = wanted;
    this.held = !wanted;
    this.beginning = beginning;
  }

  /** Whether the cursor stays where it is, whatever comes next. */
  boolean isHeld() {
    return held;
  }

  /** The cursor stays where it is for the rest of the scan. */
  void hold() {
    held = true;
  }

  /** When the next files' page was made. */
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
    Second second = secondFor(file);
    if (secondOf.size() >= MAX_REMEMBERED
        || secondOf.containsKey(file.id())
        || decision == Decision.LATER
        || !wasOver(second)) {
      held = true;
      if (decision == Decision.EMIT) {
        // if it is in progress already, it is unknown which of both is done
        inDoubt = file.id();
      }
      return;
    }
    secondOf.put(file.id(), second);
    second.add(file);
    if (decision == Decision.EMIT) {
      inFlight.add(file.id());
      second.inFlight++;
    }
  }

  /**
   * The second that a file belongs to, after those before it were closed; that of the file before
   * it if it does not say when it was created.
   */
  private Second secondFor(ArkFile file) {
    Instant created = file.createdAt();
    Second last = seconds.peekLast();
    if (last != null && (created == null || last.isOf(created.getEpochSecond()))) {
      return last;
    }
    close();
    Second next = new Second(created == null ? null : created.getEpochSecond());
    seconds.add(next);
    return next;
  }

  /** The file that comes next in the list, though this scan does not get to it. */
  synchronized void stopBefore(ArkFile file) {
    Second last = seconds.peekLast();
    Instant created = file.createdAt();
    if (!held && last != null && created != null && !last.isOf(created.getEpochSecond())) {
      close();
    }
    held = true;
  }

  /** The list has no more files. */
  synchronized void end() {
    if (!held) {
      close();
    }
  }

  private void close() {
    Second last = seconds.peekLast();
    if (last != null) {
      last.closed = true;
      advance();
    }
  }

  /** A file that was emitted is done. */
  void done(String fileId) {
    if (wanted) {
      synchronized (this) {
        if (!fileId.equals(inDoubt) && inFlight.remove(fileId)) {
          Second second = secondOf.get(fileId);
          if (second != null) {
            second.inFlight--;
          }
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
    return reached;
  }

  private void advance() {
    for (Second first = seconds.peek();
        first != null && first.closed && first.inFlight == 0;
        first = seconds.peek()) {
      reached = first.cursor == null ? reached : first.cursor.notBefore(beginning);
      first.files.forEach(secondOf::remove);
      seconds.remove();
    }
  }

  /**
   * Whether a second was over when the page of its files was made, so that no file of that second
   * can have been missing from it. Files without a time of creation can be passed, but cannot be
   * the cursor.
   */
  private boolean wasOver(Second second) {
    Long epochSecond = second.epochSecond;
    return epochSecond == null
        || (serverTime != null
            && !Instant.ofEpochSecond(epochSecond + 1).plus(lag).isAfter(serverTime));
  }

  /** The files of one second that were passed. */
  private static final class Second {

    private final @Nullable Long epochSecond;
    private final List<String> files = new ArrayList<>(2);
    private @Nullable Cursor cursor;
    private int inFlight;
    private boolean closed;

    Second(@Nullable Long epochSecond) {
      this.epochSecond = epochSecond;
    }

    void add(ArkFile file) {
      Cursor latest = Cursor.at(file);
      cursor = latest == null ? cursor : latest;
      files.add(file.id());
    }

    boolean isOf(long second) {
      return epochSecond != null && epochSecond == second;
    }
  }
}
