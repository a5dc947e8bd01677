// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.text.RemoteText;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.spi.IdempotentRepository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims of files, in a repository that may be unavailable at any time. A claim that cannot be
 * given back would block its file for as long as the repository keeps claims: it is remembered, and
 * given back later. Thread-safe.
 */
public final class Claims {

  private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

  private static final int MAX_LOGGED_CHARACTERS = 100;

  /** After these the others would only wait for their timeouts. */
  private static final int FAILURES_IN_A_ROW = 2;

  private final IdempotentRepository repository;

  /** What was not given back, or may have been claimed by an attempt that failed. */
  private final Set<String> owed = ConcurrentHashMap.newKeySet();

  private final AtomicInteger held = new AtomicInteger();
  private final Runnable later;
  private final AtomicBoolean isLaterComing = new AtomicBoolean();
  private final ReentrantLock givingBackAgain = new ReentrantLock();

  /**
   * @param later schedules {@link #giveBackWhenTimeHasCome}
   */
  Claims(IdempotentRepository repository, Runnable later) {
    this.repository = repository;
    this.later = later;
  }

  /**
   * Claims a file, unless it is claimed. That is asked first: if the claim fails then, what it may
   * have left behind is ours and not another node's.
   */
  boolean claim(String key) {
    if (owed.contains(key) || repository.contains(key) || !isNowClaimed(key)) {
      return false;
    }
    held.incrementAndGet();
    return true;
  }

  /**
   * If two nodes claim a file at the same moment, a repository over a database may answer one of
   * them with an exception. Asked again it knows which was first; if it is broken it throws again.
   */
  private boolean isNowClaimed(String key) {
    try {
      return repository.add(key);
    } catch (RuntimeException | Error first) {
      boolean claimed = false;
      try {
        claimed = repository.add(key);
        return claimed;
      } finally {
        if (!claimed && mayHaveClaimed(first)) {
          owe(key);
        }
      }
    }
  }

  /** A database that refused a second key, or was never reached, has not claimed anything. */
  private static boolean mayHaveClaimed(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return !(sql instanceof SQLTransientConnectionException) && !isRefusal(sql.getSQLState());
      }
    }
    return true;
  }

  /** Integrity violated, transaction rolled back, not able to connect. */
  private static boolean isRefusal(@Nullable String state) {
    return state != null
        && (state.startsWith("23") || state.startsWith("40") || state.equals("08001"));
  }

  /** The file can be claimed again, now or as soon as the repository is available. */
  public void giveBack(String key) {
    held.decrementAndGet();
    isGivenBack(key);
  }

  /** Gives back the claims of files that do not come after all, and takes them out of the queue. */
  public void giveBack(Queue<?> claimed) {
    held.addAndGet(-claimed.size());
    int failuresInARow = 0;
    while (!claimed.isEmpty()) {
      String key = ((ClaimedFile) claimed.remove()).key();
      if (failuresInARow == FAILURES_IN_A_ROW) {
        owe(key);
      } else {
        failuresInARow = isGivenBack(key) ? 0 : failuresInARow + 1;
      }
    }
  }

  /** Gives back what could not be given back before, up to the first that still cannot. */
  void giveBackAgain() {
    if (owed.isEmpty() || !givingBackAgain.tryLock()) {
      return;
    }
    try {
      for (String key : owed) {
        if (!isGivenBack(key)) {
          return;
        }
      }
    } finally {
      givingBackAgain.unlock();
    }
  }

  /** The same, as scheduled. */
  void giveBackWhenTimeHasCome() {
    isLaterComing.set(false);
    giveBackAgain();
  }

  /** Whether anything is claimed, or still to be given back. */
  boolean any() {
    return held.get() > 0 || !owed.isEmpty();
  }

  private boolean isGivenBack(String key) {
    owed.add(key);
    try {
      repository.remove(key);
    } catch (RuntimeException | Error e) {
      LOG.warn(
          "The claim of file {} cannot be given back now, one of {}; this is retried: {}",
          RemoteText.excerpt(key, MAX_LOGGED_CHARACTERS),
          owed.size(),
          e.toString());
      owe(key);
      return false;
    }
    owed.remove(key);
    return true;
  }

  private void owe(String key) {
    owed.add(key);
    if (!isLaterComing.getAndSet(true)) {
      later.run();
    }
  }
}
