// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An open client, and who calls it now, so that it is never closed under a call. Thread-safe. */
final class OpenTransport {

  private static final int CLOSED = -1;

  /** Null once it is closed: those who may open it again hold this. */
  private volatile @Nullable ClosableTransport transport;

  private final AtomicInteger calls = new AtomicInteger(1);
  private volatile long unusedSince;
  private volatile boolean ended;
  private volatile boolean retired;

  /** Entered by its maker. */
  OpenTransport(ClosableTransport transport) {
    this.transport = transport;
  }

  /** Begins a call; false if it is closed. */
  boolean enter() {
    int now = calls.get();
    while (now != CLOSED && !ended && !retired) {
      if (calls.compareAndSet(now, now + 1)) {
        return true;
      }
      now = calls.get();
    }
    return false;
  }

  /** Ends a call that has entered. */
  void leave(long now) {
    unusedSince = now;
    if (calls.decrementAndGet() == 0 && retired && calls.compareAndSet(0, CLOSED)) {
      Objects.requireNonNull(transport).close();
    }
  }

  /** Lets nobody begin a call any more, and is closed when the last call has ended. */
  void retire() {
    retired = true;
  }

  /** Sends a request for a caller who has entered. */
  Reply execute(Request request) {
    return Objects.requireNonNull(transport).execute(request);
  }

  String withoutTokens(String text) {
    ClosableTransport open = transport;
    return open == null ? text : open.withoutTokens(text);
  }

  boolean isInUse() {
    return calls.get() > 0;
  }

  /** When the latest call ended, by {@link Time#nanos}. */
  long unusedSince() {
    return unusedSince;
  }

  /** Closes it unless somebody calls it, or did so after that moment. */
  boolean closeIfUnusedSince(long moment) {
    if (unusedSince - moment > 0 || !calls.compareAndSet(0, CLOSED)) {
      return false;
    }
    Objects.requireNonNull(transport).close();
    transport = null;
    return true;
  }

  /** Closes it, and ends the calls under way. */
  void close() {
    ended = true;
    Objects.requireNonNull(transport).close();
  }
}
