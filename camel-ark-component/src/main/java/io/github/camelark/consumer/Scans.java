// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.RemoteText;
import java.time.Duration;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scans of one consumer, one after the other, and the cursor between them, which outlives a
 * restart. Used by one thread at a time.
 */
final class Scans {

  private static final Logger LOG = LoggerFactory.getLogger(Scans.class);

  private final PollSetup setup;
  private final SeenFiles seen;
  private final FileFilter filter;
  private final @Nullable StateRepository<String, String> cursors;
  private final String cursorKey;

  private @Nullable String stored;

  /** What was stored when the latest scan began. */
  private @Nullable String loaded;

  /** What was stored before the first scan. */
  private @Nullable String inherited;

  private @Nullable Scan latest;
  private long latestBeginning;
  private long latestFullScan;
  private boolean warnedOfOrder;

  Scans(PollSetup setup, SeenFiles seen) {
    this.setup = setup;
    this.seen = seen;
    this.filter = new FileFilter(setup, seen);
    this.cursors = setup.options().cursors();
    this.cursorKey = setup.options().cursorKey();
    this.latestBeginning = setup.time().nanos();
    this.latestFullScan = latestBeginning;
  }

  /**
   * Begins a scan: after the cursor if there is one, else at the start.
   *
   * @param most how many files it may bring
   */
  Scan begin(int most) {
    saveCursor();
    boolean othersWait = latest != null && !latest.hasLookedAtAll();
    seen.beginPoll(othersWait && most < Integer.MAX_VALUE ? most : null);
    Cursor cursor = cursors == null ? null : load(cursors);
    noteFullScan();
    latestBeginning = setup.time().nanos();
    boolean full = cursor != null && isFullScanDue();
    boolean isInherited = stored != null && stored.equals(inherited);
    Scan scan = new Scan(setup, filter, cursor, full, isInherited);
    latest = scan;
    return scan;
  }

  /**
   * Stores how far the latest scan has got. If files turn out to be in no order, what it has stored
   * already is taken back.
   */
  void saveCursor() {
    if (cursors == null || latest == null) {
      return;
    }
    if (latest.isOutOfOrder()) {
      warnOfOrder();
      store(cursors, loaded == null && stored != null ? "" : loaded);
    } else {
      Cursor reached = latest.reached();
      store(cursors, reached == null ? null : reached.toText());
    }
  }

  private void store(StateRepository<String, String> repository, @Nullable String text) {
    if (text != null && !text.equals(stored)) {
      repository.setState(cursorKey, text);
      stored = text;
    }
  }

  private void warnOfOrder() {
    if (!warnedOfOrder) {
      warnedOfOrder = true;
      LOG.warn(
          "The service does not list files in the order of their creation, which order=asc asks"
              + " for: the cursor '{}' stays where it is, and every poll lists all files",
          cursorKey);
    }
  }

  private @Nullable Cursor load(StateRepository<String, String> repository) {
    stored = repository.getState(cursorKey);
    loaded = stored;
    inherited = latest == null ? stored : inherited;
    Cursor cursor = Cursor.fromText(stored);
    if (cursor == null && stored != null && !stored.isEmpty()) {
      LOG.warn(
          "The cursor stored as '{}' cannot be read and is ignored: {}",
          cursorKey,
          RemoteText.excerpt(stored, 100));
    }
    return cursor;
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
}
