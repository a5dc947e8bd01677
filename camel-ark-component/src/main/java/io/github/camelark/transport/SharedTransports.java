// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Lets endpoints with equal connection settings share one client, which is closed when the last of
 * them stops: a route that makes endpoints as it goes must not multiply connections. Thread-safe.
 */
public final class SharedTransports {

  private final Map<TransportSettings, CamelHttpTransport> shared = new HashMap<>();
  private final Map<TransportSettings, Integer> users = new HashMap<>();

  /**
   * The client for these settings; to be given back with {@link #release}.
   *
   * @param start builds and starts it, if nobody uses one yet
   */
  public synchronized Transport acquire(
      TransportSettings settings, Callable<CamelHttpTransport> start) throws Exception {
    CamelHttpTransport transport = shared.get(settings);
    if (transport == null) {
      transport = start.call();
      shared.put(settings, transport);
    }
    users.merge(settings, 1, Integer::sum);
    return transport;
  }

  /** Gives back what {@link #acquire} gave. */
  public synchronized void release(TransportSettings settings) {
    Integer left = users.computeIfPresent(settings, (same, count) -> count - 1);
    if (left != null && left == 0) {
      users.remove(settings);
      shared.remove(settings).close();
    }
  }

  /** Closes all clients, whoever still holds one. */
  public synchronized void closeAll() {
    shared.values().forEach(CamelHttpTransport::close);
    shared.clear();
    users.clear();
  }

  /** How many clients there are. */
  public synchronized int size() {
    return shared.size();
  }
}
