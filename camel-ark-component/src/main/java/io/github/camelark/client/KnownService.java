// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.time.Time;

/**
 * What the calls of one key to one address have taught: whether the address is the service's, and
 * whether it lists files that were not asked for. Thread-safe.
 */
public final class KnownService {

  private final KnownAddress address;
  private final PurposeCheck purposes = new PurposeCheck();

  public KnownService(Time time) {
    this.address = new KnownAddress(time);
  }

  KnownAddress address() {
    return address;
  }

  PurposeCheck purposes() {
    return purposes;
  }
}
