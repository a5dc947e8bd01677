// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The HTTP clients of a component, which live until it stops, not only while they are used: a route
 * that makes endpoints or templates as it goes must neither multiply connections nor drop them. One
 * client is shared by all whose connection settings are equal.
 *
 * <p>A client that nobody has called for a while is closed, and so are those called longest ago
 * when there are too many. A call that needs one again opens it again, so that nobody has to say
 * when he is done with it. Thread-safe.
 */
public final class SharedTransports {

  /** More than this many are open only while all of them are called. */
  static final int MOST = 64;

  /** Longer than services keep an idle connection, so that no connection is lost over it. */
  static final Duration LONGEST_REST = Duration.ofMinutes(5);

  /** Builds a client. */
  @FunctionalInterface
  public interface Opener {
    ClosableTransport open(TransportSettings settings) throws Exception;
  }

  private final Time time;
  private final Opener opener;
  private final Map<TransportSettings, OpenTransport> open = new HashMap<>();
  private volatile boolean closed;

  public SharedTransports(Time time, Opener opener) {
    this.time = time;
    this.opener = opener;
  }

  /**
   * The client for these settings, for as long as the component runs.
   *
   * @throws Exception if it cannot be built
   */
  public Transport get(TransportSettings settings) throws Exception {
    open(settings).leave(time.nanos());
    return new SharedTransport(this, settings, time);
  }

  /** The open client for these settings, entered by the caller. */
  synchronized OpenTransport open(TransportSettings settings) throws Exception {
    if (closed) {
      throw new IllegalStateException("the component is stopped");
    }
    OpenTransport transport = open.get(settings);
    if (transport == null || !transport.enter()) {
      closeIdle();
      transport = new OpenTransport(opener.open(settings));
      open.put(settings, transport);
      closeLongestUnused();
    }
    return transport;
  }

  /** Closes the clients that nobody has called for a while; to be run now and then. */
  public synchronized void closeIdle() {
    long latest = time.nanos() - LONGEST_REST.toNanos();
    open.values().removeIf(transport -> transport.closeIfUnusedSince(latest));
  }

  private void closeLongestUnused() {
    while (open.size() > MOST) {
      OpenTransport longest =
          open.values().stream()
              .filter(transport -> !transport.isInUse())
              .min(Comparator.comparingLong(OpenTransport::unusedSince))
              .orElse(null);
      if (longest == null) {
        return;
      }
      if (longest.closeIfUnusedSince(longest.unusedSince())) {
        open.values().remove(longest);
      }
    }
  }

  /** Closes all clients for good, and ends the calls under way. */
  public synchronized void close() {
    closed = true;
    open.values().forEach(OpenTransport::close);
    open.clear();
  }

  boolean isClosed() {
    return closed;
  }

  /** How many clients are open. */
  public synchronized int size() {
    return open.size();
  }
}
