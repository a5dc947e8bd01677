// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;

/**
 * The cursors that consumers of a context move. Two consumers with different claims would each move
 * a cursor past files that only the other had looked at. Thread-safe.
 */
final class CursorsInUse {

  private final Map<Place, Use> uses = new HashMap<>();

  private CursorsInUse() {}

  /** Those of a context, whichever component its consumers are of. */
  static CursorsInUse in(CamelContext context) {
    synchronized (CursorsInUse.class) {
      CursorsInUse cursors =
          context.getCamelContextExtension().getContextPlugin(CursorsInUse.class);
      if (cursors == null) {
        cursors = new CursorsInUse();
        context.getCamelContextExtension().addContextPlugin(CursorsInUse.class, cursors);
      }
      return cursors;
    }
  }

  /**
   * Takes a cursor, unless somebody else has it.
   *
   * @param owner may take it any number of times
   * @param name what an error calls the consumer
   */
  synchronized void take(
      StateRepository<String, String> repository, String key, Object owner, String name) {
    Place place = new Place(store(repository), key);
    Use use = uses.getOrDefault(place, new Use(owner, name, 0));
    if (use.owner != owner) {
      throw new IllegalArgumentException(
          ("The cursor '%s' is moved by another consumer already, %s, and each of them would skip"
                  + " files of the other: set a cursorKey of its own on one of them. Two accounts"
                  + " behind one baseUrl need a cursorKey each")
              .formatted(key, use.name));
    }
    uses.put(place, use.plus(1));
  }

  synchronized void giveBack(StateRepository<String, String> repository, String key) {
    Place place = new Place(store(repository), key);
    Use use = uses.remove(place);
    if (use != null && use.count > 1) {
      uses.put(place, use.plus(-1));
    }
  }

  /** The repository, whatever name it has in the registry, or its file. */
  private static Object store(StateRepository<String, String> repository) {
    return repository instanceof FileStateRepository inFile && inFile.getFileStore() != null
        ? inFile.getFileStore().getAbsoluteFile()
        : repository;
  }

  private record Place(Object store, String key) {}

  private record Use(Object owner, String name, int count) {

    Use plus(int more) {
      return new Use(owner, name, count + more);
    }
  }
}
