// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scans of one consumer, one after the other, and the cursor between them. Used by one thread
 * at a time.
 */
public final class Scans {

  private final ScanSettings settings;
  private final FileFilter filter;
  private final SeenFiles seen;
  private final Function<ArkFile, String> keyOf;
  private final @Nullable CursorStore store;

  private @Nullable Scan latest;
  private Instant latestBeginning;
  private Instant latestFullScan;

  /**
   * @param keyOf what a file is known by in the repositories
   * @param store where the cursor is kept; null to begin every scan at the start
   */
  public Scans(
      ScanSettings settings,
      FileFilter filter,
      SeenFiles seen,
      Function<ArkFile, String> keyOf,
      @Nullable CursorStore store) {
    this.settings = settings;
    this.filter = filter;
    this.seen = seen;
    this.keyOf = keyOf;
    this.store = store;
    this.latestBeginning = settings.clock().instant();
    this.latestFullScan = latestBeginning;
  }

  /** Begins a scan: after the cursor if there is one, else at the start. */
  public Scan begin() {
    saveCursor();
    seen.beginPoll();
    Cursor cursor = store == null ? null : store.load();
    noteFullScan();
    latestBeginning = settings.clock().instant();
    boolean full = cursor != null && isFullScanDue();
    Scan scan = new Scan(settings, filter, seen, keyOf, cursor, full);
    latest = scan;
    return scan;
  }

  /** Stores how far the latest scan has got. */
  public void saveCursor() {
    Cursor reached = store == null || latest == null ? null : latest.progress().reached();
    if (store != null && reached != null) {
      store.save(reached);
    }
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
