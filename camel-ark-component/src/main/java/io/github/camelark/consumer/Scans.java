// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.ArkClient;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.RemoteText;
import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.transport.Time;
import java.time.Duration;
import java.util.function.Function;
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

  private final ConsumerOptions options;
  private final ArkClient client;
  private final Time time;
  private final FileFilter filter;
  private final SeenFiles seen;
  private final Function<ArkFile, String> keyOf;
  private final @Nullable StateRepository<String, String> cursors;
  private final String cursorKey;

  /** Before a cursor of files that all are of one second, which no list may begin after. */
  private static final String ORDER_IS_A_GUESS = "?";

  private @Nullable String stored;

  /** What was stored when the latest scan began. */
  private @Nullable String loaded;

  /** What was stored before the first scan. */
  private @Nullable String inherited;

  private @Nullable Scan latest;
  private long latestBeginning;
  private long latestFullScan;
  private boolean warnedOfOrder;

  /**
   * @param keyOf what a file is known by in the repositories
   */
  Scans(
      ConsumerOptions options,
      ArkClient client,
      Time time,
      FileFilter filter,
      SeenFiles seen,
      Function<ArkFile, String> keyOf) {
    this.options = options;
    this.client = client;
    this.time = time;
    this.filter = filter;
    this.seen = seen;
    this.keyOf = keyOf;
    this.cursors = options.cursors();
    this.cursorKey = options.cursorKey();
    this.latestBeginning = time.nanos();
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
    latestBeginning = time.nanos();
    boolean orderIsSeen = cursor != null && !isGuess(stored);
    boolean full = cursor != null && isFullScanDue();
    boolean isInherited = stored != null && stored.equals(inherited);
    ScanStart start = new ScanStart(cursor, orderIsSeen, full, isInherited);
    Scan scan = new Scan(options, client, time.clock(), filter, seen, keyOf, start);
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
      String mark = latest.isOrderSeen() ? "" : ORDER_IS_A_GUESS;
      store(cursors, reached == null ? null : mark + reached.toText());
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
    Cursor cursor = Cursor.fromText(isGuess(stored) ? stored.substring(1) : stored);
    if (cursor == null && stored != null && !stored.isEmpty()) {
      LOG.warn(
          "The cursor stored as '{}' cannot be read and is ignored: {}",
          cursorKey,
          RemoteText.excerpt(stored, 100));
    }
    return cursor;
  }

  private static boolean isGuess(@Nullable String text) {
    return text != null && text.startsWith(ORDER_IS_A_GUESS);
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
    Duration interval = options.fullScanInterval();
    Duration past = Duration.ofNanos(time.nanos() - latestFullScan);
    return !interval.isZero() && past.compareTo(interval) >= 0;
  }
}
