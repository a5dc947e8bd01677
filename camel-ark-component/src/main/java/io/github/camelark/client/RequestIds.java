// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids for {@code X-Client-Request-Id}: unique, not secret, cheap. Thread-safe. */
final class RequestIds {

  private final String prefix =
      "ark-" + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE) + "-";
  private final AtomicLong count = new AtomicLong();

  String next() {
    return prefix + count.incrementAndGet();
  }
}
