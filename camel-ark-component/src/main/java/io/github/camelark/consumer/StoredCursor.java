// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.text.RemoteText;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cursor between the scans of one consumer, where it outlives a restart. Used by one thread at
 * a time.
 */
final class StoredCursor {

  private static final Logger LOG = LoggerFactory.getLogger(StoredCursor.class);

  private final StateRepository<String, String> repository;
  private final String key;
  private @Nullable String stored;

  /** What was stored when the latest scan began. */
  private @Nullable String loaded;

  /** What was stored before the first scan. */
  private @Nullable String inherited;

  private boolean isFirst = true;
  private boolean warnedOfOrder;

  StoredCursor(StateRepository<String, String> repository, String key) {
    this.repository = repository;
    this.key = key;
  }

  /** Where the next scan begins; null for the start. */
  @Nullable Cursor load() {
    stored = repository.getState(key);
    loaded = stored;
    inherited = isFirst ? stored : inherited;
    isFirst = false;
    Cursor cursor = Cursor.fromText(stored);
    if (cursor == null && stored != null && !stored.isEmpty()) {
      LOG.warn(
          "The cursor stored as '{}' cannot be read and is ignored: {}",
          key,
          RemoteText.excerpt(stored, 100));
    }
    return cursor;
  }

  /** Whether an earlier process has stored it, so that nothing else says what is done. */
  boolean isInherited() {
    return stored != null && stored.equals(inherited);
  }

  /**
   * Stores how far a scan has got. If files turn out to be in no order, what it has stored already
   * is taken back.
   */
  void save(Scan scan) {
    if (scan.isOutOfOrder()) {
      warnOfOrder();
      store(loaded == null && stored != null ? "" : loaded);
    } else {
      Cursor reached = scan.reached();
      store(reached == null ? null : reached.toText());
    }
  }

  private void store(@Nullable String text) {
    if (text != null && !text.equals(stored)) {
      repository.setState(key, text);
      stored = text;
    }
  }

  private void warnOfOrder() {
    if (!warnedOfOrder) {
      warnedOfOrder = true;
      LOG.warn(
          "The service does not list files in the order of their creation, which order=asc asks"
              + " for: the cursor '{}' stays where it is, and every poll lists all files",
          key);
    }
  }
}
