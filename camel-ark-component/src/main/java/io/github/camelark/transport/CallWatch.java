// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the calls whose time is up, however slowly the peer drips. A socket timeout cannot do that:
 * every byte starts it anew. To look at all calls now and then costs less per call than a timer for
 * each. Thread-safe.
 */
final class CallWatch implements Runnable {

  private final Set<HttpCall> calls = ConcurrentHashMap.newKeySet();
  private final Time time;

  CallWatch(Time time) {
    this.time = time;
  }

  void add(HttpCall call) {
    calls.add(call);
  }

  void remove(HttpCall call) {
    calls.remove(call);
  }

  /** Ends the calls whose time is up; to be run again and again. */
  @Override
  public void run() {
    if (calls.isEmpty()) {
      return;
    }
    long now = time.nanos();
    for (HttpCall call : calls) {
      if (call.request().deadline() - now <= 0) {
        call.expire();
      }
    }
  }
}
