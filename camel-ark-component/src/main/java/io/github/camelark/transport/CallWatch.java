// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the calls whose time is up, however slowly the peer drips. A socket timeout cannot do that:
 * every byte starts it anew. To look at all calls now and then costs less per call than a timer for
 * each. Thread-safe.
 */
final class CallWatch implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);

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
        expire(call);
      }
    }
  }

  /** Ends all calls, those that wait for a connection too. */
  void endAll() {
    calls.forEach(CallWatch::expire);
  }

  /** An exception here would end the watch over all calls. */
  private static void expire(HttpCall call) {
    try {
      call.expire();
    } catch (RuntimeException e) {
      LOG.warn("Cannot end a call whose callTimeout is over", e);
    }
  }
}
