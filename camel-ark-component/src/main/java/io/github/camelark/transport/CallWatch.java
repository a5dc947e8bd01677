// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.time.Time;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the calls whose time is up, however slowly the peer drips. A socket timeout cannot do that:
 * every byte starts it anew. Looking at all calls now and then costs less per call than a timer for
 * each. Thread-safe.
 */
final class CallWatch {

  private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);

  private final Set<HttpCall> calls = ConcurrentHashMap.newKeySet();
  private final Time time;
  private final Future<?> watch;

  CallWatch(Duration callTimeout, Time time, ScheduledExecutorService watchman) {
    this.time = time;
    long period = Math.max(10, Math.min(1_000, callTimeout.toMillis() / 20));
    this.watch =
        watchman.scheduleWithFixedDelay(this::endOverdue, period, period, TimeUnit.MILLISECONDS);
  }

  void add(HttpCall call) {
    calls.add(call);
  }

  void remove(HttpCall call) {
    calls.remove(call);
  }

  /** Watches over a call again, whose time stood still since {@link #pause}. */
  void resume(HttpCall call) {
    call.postpone(time.nanos() - call.pausedAt());
    calls.add(call);
  }

  /** Lets the time of a call stand still: what it brought is being processed. */
  void pause(HttpCall call) {
    calls.remove(call);
    call.pausedAt(time.nanos());
  }

  private void endOverdue() {
    if (!calls.isEmpty()) {
      long now = time.nanos();
      for (HttpCall call : calls) {
        if (call.deadline() - now <= 0) {
          end(call);
        }
      }
    }
  }

  /** Ends all calls, those that wait for a connection too. */
  void close() {
    calls.forEach(CallWatch::end);
    watch.cancel(false);
  }

  /** An exception here would end the watch over all calls. */
  private static void end(HttpCall call) {
    try {
      call.expire();
    } catch (RuntimeException e) {
      LOG.warn("Cannot end a call whose callTimeout is over", e);
    }
  }
}
