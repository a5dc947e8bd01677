// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks a run to end: what is in flight is finished, nothing new begins. Thread-safe. */
final class Stop {

  private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

  /** The first reason holds. */
  void request(String why) {
    reason.compareAndSet(null, why);
  }

  boolean isRequested() {
    return reason.get() != null;
  }

  /** Null if no stop was requested. */
  @Nullable String reason() {
    return reason.get();
  }
}
