// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.function.UnaryOperator;

/** All that the simulator remembers. Thread-safe. */
final class SimulatorState {

  private final Settings builtSettings;
  private final FaultQueue faults = new FaultQueue();
  private final Journal journal = new Journal();
  private final RateLimiter rateLimiter;

  private volatile Settings settings;
  private volatile Accounts accounts;

  SimulatorState(Settings settings) {
    this.builtSettings = settings;
    this.settings = settings;
    this.accounts = new Accounts(settings.clock());
    this.rateLimiter = new RateLimiter(settings.clock());
  }

  Settings settings() {
    return settings;
  }

  synchronized void change(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
  }

  Accounts accounts() {
    return accounts;
  }

  Account account(SimulatedProvider provider, String name) {
    return accounts.get(provider, name);
  }

  FaultQueue faults() {
    return faults;
  }

  Journal journal() {
    return journal;
  }

  RateLimiter rateLimiter() {
    return rateLimiter;
  }

  synchronized void reset() {
    settings = builtSettings;
    accounts = new Accounts(builtSettings.clock());
    faults.clear();
    journal.clear();
    rateLimiter.reset();
  }
}
