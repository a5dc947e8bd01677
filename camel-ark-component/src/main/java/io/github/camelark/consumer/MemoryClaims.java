// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Holds claims in memory, all of them and nothing else. Camel's memory repository is made for keys
 * that stay: it drops the oldest when it is full, which would let a file in work come again, and
 * its journal grows with every key that comes and goes. Thread-safe.
 */
final class MemoryClaims implements IdempotentRepository {

  private final Set<String> claimed = ConcurrentHashMap.newKeySet();

  @Override
  public boolean add(String key) {
    return claimed.add(key);
  }

  @Override
  public boolean contains(String key) {
    return claimed.contains(key);
  }

  @Override
  public boolean remove(String key) {
    return claimed.remove(key);
  }

  @Override
  public boolean confirm(String key) {
    return claimed.contains(key);
  }

  @Override
  public void clear() {
    claimed.clear();
  }

  @Override
  public void start() {
    // holds nothing that could be started
  }

  @Override
  public void stop() {
    clear();
  }
}
