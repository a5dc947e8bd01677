// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.io.File;
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
    Use use = uses.computeIfAbsent(new Place(repository, key), place -> new Use(owner, name));
    if (use.owner != owner) {
      throw new IllegalArgumentException(
          ("The cursor '%s' is moved by another consumer already, %s, and each of them would skip"
                  + " files of the other: set a cursorKey of its own on one of them. Two accounts"
                  + " behind one baseUrl need a cursorKey each")
              .formatted(key, use.name));
    }
    use.count++;
  }

  synchronized void giveBack(StateRepository<String, String> repository, String key) {
    Place place = new Place(repository, key);
    Use use = uses.get(place);
    if (use != null && --use.count == 0) {
      uses.remove(place);
    }
  }

  /** A key in a repository, whatever name that has in the registry, or in a file. */
  private record Place(StateRepository<String, String> repository, String key) {

    private Object store() {
      return repository instanceof FileStateRepository inFile && inFile.getFileStore() != null
          ? inFile.getFileStore().getAbsoluteFile()
          : repository;
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Place place) || !place.key.equals(key)) {
        return false;
      }
      return place.repository == repository
          || (place.store() instanceof File file && file.equals(store()));
    }

    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }

  private static final class Use {

    private final Object owner;
    private final String name;
    private int count;

    Use(Object owner, String name) {
      this.owner = owner;
      this.name = name;
    }
  }
}
