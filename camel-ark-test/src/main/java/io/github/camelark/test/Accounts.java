// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The accounts of all providers. Thread-safe. */
final class Accounts {

  private final Clock clock;
  private final Map<Name, Account> accounts = new ConcurrentHashMap<>();

  private record Name(SimulatedProvider provider, String text) {

    Name {
      // It becomes part of a key, which goes into a header.
      if (!text.matches("[A-Za-z0-9_.-]{1,100}")) {
        throw new IllegalArgumentException(
            "the name of an account has letters, digits, dots, dashes and underscores, unlike "
                + text);
      }
    }
  }

  Accounts(Clock clock) {
    this.clock = clock;
    Arrays.stream(SimulatedProvider.values()).forEach(provider -> get(provider, Account.DEFAULT));
  }

  /** Makes the account if there is none of that name. */
  Account get(SimulatedProvider provider, String name) {
    return accounts.computeIfAbsent(
        new Name(provider, name), added -> new Account(clock, provider, name));
  }

  /** Returns the account whose key the request bears; null if it bears none's. */
  @Nullable Account openedBy(ApiRequest request, Dialect api) {
    return accounts.entrySet().stream()
        .filter(entry -> entry.getKey().provider() == api.provider())
        .map(Map.Entry::getValue)
        .filter(account -> api.credential().allows(request, account.apiKey()))
        .findFirst()
        .orElse(null);
  }
}
