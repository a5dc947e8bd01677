// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.settings.ConsumerOptions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer does from its start to its stop: its scans, one after the other, what the
 * exchanges of its files hold, and what follows. Scans are begun by one thread at a time.
 */
public final class FilePolling implements AutoCloseable {

  /** The longest time that a server can keep the consumer from polling. */
  private static final Duration LONGEST_POSTPONEMENT = Duration.ofHours(1);

  private final PollSetup setup;
  private final ConsumerMemory.OfUri memory;
  private final FileFilter filter;
  private final @Nullable StoredCursor cursor;
  private final AtomicBoolean closed = new AtomicBoolean();
  private @Nullable Scan latest;
  private long latestBeginning;
  private long latestFullScan;

  /** Until when the server asks not to poll, by monotonic time; null if it does not. */
  private volatile @Nullable Long postponedUntil;

  /**
   * @throws IllegalArgumentException if another consumer of the context moves the same cursor
   */
  public FilePolling(PollSetup setup) throws Exception {
    ConsumerOptions options = setup.options();
    this.setup = setup;
    this.memory = setup.memory().take(setup.endpoint(), options);
    this.cursor =
        options.cursors() == null ? null : new StoredCursor(options.cursors(), options.cursorKey());
    this.latestBeginning = setup.time().nanos();
    this.latestFullScan = latestBeginning;
    try {
      this.filter = new FileFilter(setup, memory.seen());
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Begins a scan: after the cursor if there is one, else at the start.
   *
   * @param most how many files it may bring
   */
  Scan begin(int most) {
    saveCursor();
    boolean othersWait = latest != null && !latest.hasLookedAtAll();
    memory.seen().beginPoll(othersWait && most < Integer.MAX_VALUE ? most : null);
    Cursor beginning = cursor == null ? null : cursor.load();
    boolean isInherited = cursor != null && cursor.isInherited();
    noteFullScan();
    latestBeginning = setup.time().nanos();
    Scan scan =
        new Scan(setup, filter, beginning, beginning != null && isFullScanDue(), isInherited);
    latest = scan;
    return scan;
  }

  /**
   * Begins a scan whose files come in batches.
   *
   * @param most how many files it may bring; all if it is not positive
   */
  public Batches batches(int most, ExecutorService executor) {
    postponedUntil = null;
    Scan scan = begin(most <= 0 ? Integer.MAX_VALUE : most);
    return new Batches(this, scan, most, executor, setup.exceptionHandler());
  }

  public boolean isPostponed() {
    Long until = postponedUntil;
    return until != null && setup.time().nanos() - until < 0;
  }

  void postpone(@Nullable Duration retryAfter) {
    if (retryAfter != null) {
      boolean tooLong = retryAfter.compareTo(LONGEST_POSTPONEMENT) > 0;
      Duration wait = tooLong ? LONGEST_POSTPONEMENT : retryAfter;
      postponedUntil = setup.time().nanos() + wait.toNanos();
    }
  }

  /** A scan that failed, or was stopped by a limit, has not seen all files. */
  private void noteFullScan() {
    if (latest != null && latest.hasSeenAll()) {
      latestFullScan = latestBeginning;
    }
  }

  /** Also if the list was in no order, or has files behind the cursor that are still to come. */
  private boolean isFullScanDue() {
    if (latest != null && (latest.isOutOfOrder() || latest.leavesFilesBehindCursor())) {
      return true;
    }
    Duration interval = setup.options().fullScanInterval();
    Duration past = Duration.ofNanos(setup.time().nanos() - latestFullScan);
    return !interval.isZero() && past.compareTo(interval) >= 0;
  }

  /** Stores how far the latest scan has got. */
  void saveCursor() {
    if (cursor != null && latest != null) {
      cursor.save(latest);
    }
  }

  public Claims claims() {
    return memory.seen().claims();
  }

  /** Writes a claimed file into an exchange; the completion says what its route made of it. */
  public FileCompletion fill(Exchange exchange, ClaimedFile file) {
    exchange.setIn(setup.messages().apply(file.file(), file.requestId()));
    FileCompletion completion = new FileCompletion(setup, memory.seen(), file);
    exchange.getExchangeExtension().addOnCompletion(completion);
    return completion;
  }

  /** Leaves what is remembered to later consumers. */
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      setup.memory().giveBack(memory);
    }
  }
}
