// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import io.github.camelark.model.RemoteText;
import java.time.Instant;
import java.util.function.Function;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scans of one consumer, one after the other, and the cursor between them, which outlives a
 * restart. Used by one thread at a time.
 */
public final class Scans {

  private static final Logger LOG = LoggerFactory.getLogger(Scans.class);

  private final ScanSettings settings;
  private final FileFilter filter;
  private final SeenFiles seen;
  private final Function<ArkFile, String> keyOf;
  private final @Nullable StateRepository<String, String> cursors;
  private final String cursorKey;

  private @Nullable String stored;
  private @Nullable Scan latest;
  private Instant latestBeginning;
  private Instant latestFullScan;

  /**
   * @param keyOf what a file is known by in the repositories
   * @param cursors where the cursor is kept; null to begin every scan at the start
   * @param cursorKey what it is kept under
   */
  public Scans(
      ScanSettings settings,
      FileFilter filter,
      SeenFiles seen,
      Function<ArkFile, String> keyOf,
      @Nullable StateRepository<String, String> cursors,
      String cursorKey) {
    this.settings = settings;
    this.filter = filter;
    this.seen = seen;
    this.keyOf = keyOf;
    this.cursors = cursors;
    this.cursorKey = cursorKey;
    this.latestBeginning = settings.clock().instant();
    this.latestFullScan = latestBeginning;
  }

  /** Begins a scan: after the cursor if there is one, else at the start. */
  public Scan begin() {
    saveCursor();
    seen.beginPoll();
    Cursor cursor = cursors == null ? null : load(cursors);
    noteFullScan();
    latestBeginning = settings.clock().instant();
    boolean full = cursor != null && isFullScanDue();
    Scan scan = new Scan(settings, filter, seen, keyOf, cursor, full);
    latest = scan;
    return scan;
  }

  /** Stores how far the latest scan has got. */
  public void saveCursor() {
    Cursor reached = cursors == null || latest == null ? null : latest.progress().reached();
    String text = reached == null ? null : reached.toText();
    if (cursors != null && text != null && !text.equals(stored)) {
      cursors.setState(cursorKey, text);
      stored = text;
    }
  }

  private @Nullable Cursor load(StateRepository<String, String> repository) {
    stored = repository.getState(cursorKey);
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

  private boolean isFullScanDue() {
    return !settings.fullScanInterval().isZero()
        && !latestFullScan.plus(settings.fullScanInterval()).isAfter(settings.clock().instant());
  }
}
