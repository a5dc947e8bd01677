// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;

/** What is stored in one account of a provider. Thread-safe. */
final class Account {

  /** The name of the account that every provider has. */
  static final String DEFAULT = "default";

  private final String name;
  private final String apiKey;
  private final FileStore files;
  private final ResponseStore responses;

  Account(Clock clock, SimulatedProvider provider, String name) {
    this.name = name;
    this.apiKey = name.equals(DEFAULT) ? provider.apiKey() : provider.apiKey() + "-" + name;
    this.files = new FileStore(clock, provider.retention());
    this.responses = new ResponseStore(clock);
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

  ResponseStore responses() {
    return responses;
  }
}
