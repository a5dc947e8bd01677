// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets endpoints with equal connection settings share one client, which is closed when the last of
 * them stops: a route that makes endpoints as it goes must not multiply connections. Thread-safe.
 */
public final class SharedTransports {

  /** Builds the client for settings that nobody uses yet. */
  @FunctionalInterface
  public interface Factory {

    /** Builds and starts it. */
    CamelHttpTransport start(CamelHttpTransport.Settings settings) throws Exception;
  }

  private final Map<CamelHttpTransport.Settings, Shared> shared = new HashMap<>();
  private final Factory factory;

  public SharedTransports(Factory factory) {
    this.factory = factory;
  }

  /** The client for these settings; to be given back with {@link #release}. */
  public synchronized Transport acquire(CamelHttpTransport.Settings settings) throws Exception {
    Shared entry = shared.get(settings);
    if (entry == null) {
      entry = new Shared(factory.start(settings));
      shared.put(settings, entry);
    }
    entry.users++;
    return entry.transport;
  }

  /** Gives back what {@link #acquire} gave. */
  public synchronized void release(CamelHttpTransport.Settings settings) {
    Shared entry = shared.get(settings);
    if (entry != null && --entry.users == 0) {
      shared.remove(settings);
      entry.transport.close();
    }
  }

  /** Closes all clients, whoever still holds one. */
  public synchronized void closeAll() {
    shared.values().forEach(entry -> entry.transport.close());
    shared.clear();
  }

  /** How many clients there are. */
  public synchronized int size() {
    return shared.size();
  }

  private static final class Shared {

    private final CamelHttpTransport transport;
    private int users;

    Shared(CamelHttpTransport transport) {
      this.transport = transport;
    }
  }
}
