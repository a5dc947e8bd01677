// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What is stored in one account of a provider. Thread-safe. */
final class Account {

  /** The name of the account that every provider has. */
  static final String DEFAULT = "default";

  private final String name;
  private final String apiKey;
  private final FileStore files;
  private final Set<String> responses = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastResponse = new AtomicLong();

  Account(Clock clock, SimulatedProvider provider, String name) {
    this.name = name;
    this.apiKey = name.equals(DEFAULT) ? provider.apiKey() : provider.apiKey() + "-" + name;
    this.files = new FileStore(clock, provider.retention());
  }

  String name() {
    return name;
  }

  String apiKey() {
    return apiKey;
  }

  FileStore files() {
    return files;
  }

  String addResponse() {
    String id = String.format("resp_%04d", lastResponse.incrementAndGet());
    responses.add(id);
    return id;
  }

  boolean hasResponse(String id) {
    return responses.contains(id);
  }

  /** Returns whether there was such a response. */
  boolean removeResponse(String id) {
    return responses.remove(id);
  }
}
