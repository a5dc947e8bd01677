// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All that the simulator remembers. Thread-safe. */
final class SimulatorState {

  private final Settings builtSettings;
  private final FaultQueue faults = new FaultQueue();
  private final Journal journal = new Journal();
  private final RateLimiter rateLimiter;

  private volatile Settings settings;
  private volatile Map<SimulatedProvider, Account> accounts;

  SimulatorState(Settings settings) {
    this.builtSettings = settings;
    this.settings = settings;
    this.accounts = newAccounts(settings);
    this.rateLimiter = new RateLimiter(settings.clock());
  }

  private static Map<SimulatedProvider, Account> newAccounts(Settings settings) {
    return Arrays.stream(SimulatedProvider.values())
        .collect(
            Collectors.toUnmodifiableMap(
                Function.identity(), provider -> new Account(settings.clock(), provider)));
  }

  Settings settings() {
    return settings;
  }

  synchronized void change(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
  }

  Account account(SimulatedProvider provider) {
    return requireNonNull(accounts.get(provider));
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
    accounts = newAccounts(builtSettings);
    faults.clear();
    journal.clear();
    rateLimiter.reset();
  }
}
