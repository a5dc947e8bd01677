// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.RemoteText;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cursor across polls and restarts. A {@link StateRepository} cannot delete, so an empty
 * text means that there is none. Used by one thread at a time.
 */
public final class CursorStore {

  private static final Logger LOG = LoggerFactory.getLogger(CursorStore.class);

  private final StateRepository<String, String> repository;
  private final String key;
  private @Nullable String stored;

  /**
   * @param key what the cursor is stored under
   */
  public CursorStore(StateRepository<String, String> repository, String key) {
    this.repository = repository;
    this.key = key;
  }

  @Nullable Cursor load() {
    stored = repository.getState(key);
    Cursor cursor = Cursor.fromText(stored);
    if (cursor == null && stored != null && !stored.isEmpty()) {
      LOG.warn(
          "The cursor stored as '{}' cannot be read and is ignored: {}",
          key,
          RemoteText.excerpt(stored, 100));
    }
    return cursor;
  }

  void save(Cursor cursor) {
    String text = cursor.toText();
    if (!text.equals(stored)) {
      repository.setState(key, text);
      stored = text;
    }
  }
}
