// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.jspecify.annotations.Nullable;

/**
 * What became of files in earlier polls, in this process or, with shared repositories, in others:
 * in progress, done, just deleted, or failed a moment ago. Thread-safe.
 */
public final class SeenFiles {

  /** More than three pages of any provider: a page that was read ahead may still name them. */
  private static final int MAX_DELETED = 40_000;

  private final IdempotentRepository inProgress;
  private final @Nullable IdempotentRepository done;
  private final Clock clock;
  private final Map<String, Instant> failedUntil = new ConcurrentHashMap<>();

  /** Most routes delete nothing: then no file has to be looked for, which takes a lock. */
  private volatile boolean anyDeleted;

  private final Set<String> deleted = Collections.synchronizedSet(new LinkedHashSet<>());

  /**
   * @param inProgress holds the claims
   * @param done holds what is done; null to remember nothing of it
   */
  public SeenFiles(
      IdempotentRepository inProgress, @Nullable IdempotentRepository done, Clock clock) {
    this.inProgress = inProgress;
    this.done = done;
    this.clock = clock;
  }

  /** Forgets the failures that are over; to be called before a poll. */
  void beginPoll() {
    Instant now = clock.instant();
    failedUntil.values().removeIf(until -> !until.isAfter(now));
  }

  /**
   * Claims a file. The claim is taken last, and what became of the file is looked at once more
   * after it: an asynchronous route may have finished, or failed, in between.
   */
  Decision claim(String key, String fileId) {
    Decision before = fate(key, fileId);
    if (before != Decision.EMIT) {
      return before;
    }
    if (!isNowClaimed(key)) {
      return Decision.LATER;
    }
    Decision after;
    try {
      after = fate(key, fileId);
    } catch (RuntimeException e) {
      giveBack(key);
      throw e;
    }
    if (after != Decision.EMIT) {
      giveBack(key);
    }
    return after;
  }

  private Decision fate(String key, String fileId) {
    if (isDone(key) || (anyDeleted && deleted.contains(fileId))) {
      return Decision.DONE;
    }
    Instant until = failedUntil.isEmpty() ? null : failedUntil.get(key);
    return until != null && until.isAfter(clock.instant()) ? Decision.LATER : Decision.EMIT;
  }

  /**
   * Of two nodes that claim a file at the same moment a repository over a database may answer one
   * with an exception. Asked again it knows who was first; if it is broken it throws again.
   */
  private boolean isNowClaimed(String key) {
    try {
      return inProgress.add(key);
    } catch (RuntimeException e) {
      return inProgress.add(key);
    }
  }

  /** Gives a claim back: the file can be claimed again. */
  void giveBack(String key) {
    inProgress.remove(key);
  }

  /** The file is done, and does not come again. */
  void done(String key) {
    if (!failedUntil.isEmpty()) {
      failedUntil.remove(key);
    }
    if (done != null) {
      done.add(key);
      done.confirm(key);
    }
  }

  /** The file was deleted, though a page that was read ahead may still name it. */
  void deleted(String fileId) {
    anyDeleted = true;
    synchronized (deleted) {
      deleted.add(fileId);
      if (deleted.size() > MAX_DELETED) {
        deleted.remove(deleted.iterator().next());
      }
    }
  }

  /** The file failed, and does not come again before that time is over. */
  void failed(String key, Duration pause) {
    failedUntil.put(key, clock.instant().plus(pause));
  }

  private boolean isDone(String key) {
    return done != null && done.contains(key);
  }
}
