// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.camel.spi.IdempotentRepository;
import org.jspecify.annotations.Nullable;

/**
 * What became of files in earlier polls, in this process or, with shared repositories, in others:
 * in progress, done, just deleted, or failed a moment ago. Thread-safe.
 */
final class SeenFiles {

  /** More than three pages of any provider: a page that was read ahead may still name them. */
  private static final int MAX_DELETED = 40_000;

  private final Claims claims;
  private final @Nullable IdempotentRepository done;
  private final FailedFiles failed;

  /** Most routes delete nothing: then no file has to be looked for, which takes a lock. */
  private volatile boolean anyDeleted;

  private final Set<String> deleted = Collections.synchronizedSet(new LinkedHashSet<>());

  /**
   * @param done null to remember nothing that is done
   * @param nanos monotonic time
   */
  SeenFiles(Claims claims, @Nullable IdempotentRepository done, LongSupplier nanos) {
    this.claims = claims;
    this.done = done;
    this.failed = new FailedFiles(nanos);
  }

  /**
   * Gives back what an earlier poll could not give back, and lets files come again that failed.
   *
   * @param places how many files the poll takes if others wait for a place in it, else null
   */
  void beginPoll(@Nullable Integer places) {
    claims.giveBackAgain();
    failed.beginPoll(places);
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
    if (!claims.claim(key)) {
      return Decision.LATER;
    }
    Decision after = Decision.LATER;
    try {
      after = fate(key, fileId);
    } finally {
      if (after != Decision.EMIT) {
        claims.giveBack(key);
      }
    }
    return after;
  }

  Claims claims() {
    return claims;
  }

  private Decision fate(String key, String fileId) {
    if ((done != null && done.contains(key)) || (anyDeleted && deleted.contains(fileId))) {
      return Decision.DONE;
    }
    return failed.holds(key) ? Decision.LATER : Decision.EMIT;
  }

  /** The file is done, and does not come again. */
  void done(String key) {
    failed.remove(key);
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
    failed.add(key, pause);
  }
}
