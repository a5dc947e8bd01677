// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.time.Time;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each service, for all endpoints with the same address and key: an endpoint per
 * message must not ask anew what the one before has learned. To forget the one used longest ago
 * costs a question, no more. Thread-safe.
 */
public final class KnownServices {

  private static final int MOST_KEPT = 1_000;

  private final Map<Key, KnownService> services = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(String address, @Nullable String apiVersion, @Nullable Object identity) {

    /** Without the identity, which is the API key. */
    @Override
    public String toString() {
      return address;
    }
  }

  /**
   * @param address base URL
   * @param identity who calls: tells keys apart, and is never printed
   */
  public synchronized KnownService at(
      String address, @Nullable String apiVersion, @Nullable Object identity, Time time) {
    KnownService service =
        services.computeIfAbsent(
            new Key(address, apiVersion, identity), key -> new KnownService(time));
    if (services.size() > MOST_KEPT) {
      services.remove(services.keySet().iterator().next());
    }
    return service;
  }
}
