// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;

/**
 * The cursors that consumers of a context move. Two consumers with different claims would each move
 * a cursor past files that only the other had looked at. Thread-safe.
 */
public final class CursorsInUse {

  /** The consumer that moves each. */
  private final Map<Place, String> uses = new HashMap<>();

  /**
   * Takes a cursor.
   *
   * @param consumer what an error calls the consumer
   */
  synchronized void take(StateRepository<String, String> repository, String key, String consumer) {
    String other = uses.putIfAbsent(new Place(store(repository), key), consumer);
    if (other != null) {
      throw new IllegalArgumentException(
          ("The cursor '%s' is moved by another consumer already, %s, and each of them would skip"
                  + " files of the other: set a cursorKey of its own on one of them. Two accounts"
                  + " behind one baseUrl need a cursorKey each")
              .formatted(key, other));
    }
  }

  synchronized void giveBack(StateRepository<String, String> repository, String key) {
    uses.remove(new Place(store(repository), key));
  }

  /** The repository, whatever name it has in the registry, or its file. */
  private static Object store(StateRepository<String, String> repository) {
    return repository instanceof FileStateRepository inFile && inFile.getFileStore() != null
        ? inFile.getFileStore().getAbsoluteFile()
        : repository;
  }

  private record Place(Object store, String key) {}
}
