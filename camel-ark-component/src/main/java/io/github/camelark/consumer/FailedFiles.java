// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Files that failed, until it is their turn again. Each waits for its pause. Where a poll takes a
 * limited number of files and some had to wait for the next one, every other place goes to a file
 * that failed, those that wait longest first: neither kind keeps the other from its turn.
 * Thread-safe.
 */
final class FailedFiles {

  /** Monotonic time. */
  private final LongSupplier nanos;

  private final Map<String, Failure> failures = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  /** Places of past polls, each counted half, that no file that failed has taken. */
  private long halfPlaces;

  FailedFiles(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The file of this key failed: it waits at least so long. */
  void add(String key, Duration pause) {
    failures.put(key, new Failure(nanos.getAsLong(), pause, count.incrementAndGet()));
  }

  /** The file of this key is done. */
  void remove(String key) {
    if (!failures.isEmpty()) {
      failures.remove(key);
    }
  }

  /** Whether the file of this key has to wait. */
  boolean holds(String key) {
    return !failures.isEmpty() && failures.containsKey(key);
  }

  /**
   * Forgets the failures of those whose turn it is in the next poll.
   *
   * @param places how many files that poll takes if others wait for a place in it, else null
   */
  synchronized void beginPoll(@Nullable Integer places) {
    long now = nanos.getAsLong();
    if (places == null) {
      halfPlaces = 0;
      failures.values().removeIf(failure -> failure.isOver(now));
      return;
    }
    halfPlaces = Math.min(halfPlaces, places) + places;
    List<Map.Entry<String, Failure>> due =
        failures.entrySet().stream()
            .filter(entry -> entry.getValue().isOver(now))
            .sorted(Comparator.comparingLong(entry -> entry.getValue().number()))
            .limit(halfPlaces / 2)
            .toList();
    halfPlaces -= 2L * due.size();
    due.forEach(entry -> failures.remove(entry.getKey(), entry.getValue()));
  }

  private record Failure(long since, Duration pause, long number) {
    boolean isOver(long now) {
      return Duration.ofNanos(now - since).compareTo(pause) >= 0;
    }
  }
}
