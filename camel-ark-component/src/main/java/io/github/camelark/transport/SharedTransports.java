// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.time.Time;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients of a component, which live until it stops, not only while they are used: a route
 * that makes endpoints or templates as it goes must neither multiply connections nor drop them. One
 * client is shared by all whose connection settings are equal.
 *
 * <p>A client that is not called for a while is closed, and so are those called longest ago when
 * there are too many. A call that needs one again opens it again, so that clients need not be given
 * back. Thread-safe.
 */
public final class SharedTransports {

  /** More than this many are open only while all of them are called. */
  static final int MOST = 64;

  /** Longer than services keep an idle connection, so that no connection is lost over it. */
  static final Duration LONGEST_REST = Duration.ofMinutes(5);

  /** Builds a client. */
  @FunctionalInterface
  public interface Opener {
    Transport open(TransportSettings settings) throws Exception;
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
    OpenTransport transport = open(settings);
    transport.leave(time.nanos());
    return new SharedTransport(settings, transport);
  }

  /** The open client for these settings, entered by the caller. */
  private synchronized OpenTransport open(TransportSettings settings) throws Exception {
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

  /** Closes the clients that were not called for a while; to be run now and then. */
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

  /** Closes all clients for good, and ends the calls in progress. */
  public synchronized void close() {
    closed = true;
    open.values().forEach(OpenTransport::close);
    open.clear();
  }

  /** How many clients are open. */
  public synchronized int size() {
    return open.size();
  }

  /** The client for some settings: opens it again if it was closed because it was not called. */
  private final class SharedTransport implements Transport {

    private final TransportSettings settings;
    private volatile OpenTransport latest;

    SharedTransport(TransportSettings settings, OpenTransport latest) {
      this.settings = settings;
      this.latest = latest;
    }

    @Override
    public Reply execute(Request request) {
      OpenTransport known = latest;
      OpenTransport transport = known.enter() ? known : openAgain(request);
      latest = transport;
      ReplyStream stream = null;
      try {
        Reply reply = transport.execute(request);
        stream = reply.stream();
        return reply;
      } catch (Error e) {
        // Apache's client closes its pool then, and would refuse every call from now on
        transport.retire();
        throw e;
      } finally {
        if (stream == null) {
          transport.leave(time.nanos());
        } else {
          // however slowly it is read
          stream.whenEnded(() -> transport.leave(time.nanos()));
        }
      }
    }

    private OpenTransport openAgain(Request request) {
      try {
        return open(settings);
      } catch (Exception e) {
        throw closed
            ? CallFailures.notSent(
                request,
                "the component was stopped",
                "start it again, and begin a list that was not at its end anew",
                null)
            : CallFailures.notSent(
                request,
                "the HTTP client cannot be opened again (" + e.getClass().getSimpleName() + ")",
                "check sslContextParameters and the options that begin with http.",
                e);
      }
    }

    @Override
    public String withoutTokens(String text) {
      return latest.withoutTokens(text);
    }

    @Override
    public boolean isOpen() {
      return !closed;
    }
  }

  /** An open client and the number of its calls in progress: it is never closed under one. */
  private static final class OpenTransport {

    /** Null once it is closed: those who may open it again hold this. */
    private volatile @Nullable Transport transport;

    /** The first is its maker's. */
    private int calls = 1;

    private long unusedSince;
    private boolean retired;
    private boolean closed;

    OpenTransport(Transport transport) {
      this.transport = transport;
    }

    /** Begins a call; false if none may begin any more. */
    synchronized boolean enter() {
      if (retired || closed) {
        return false;
      }
      calls++;
      return true;
    }

    /** Ends a call that has entered. */
    synchronized void leave(long now) {
      unusedSince = now;
      calls--;
      if (retired) {
        closeIfUnusedSince(now);
      }
    }

    /** No further call begins, and the last one closes it. */
    synchronized void retire() {
      retired = true;
    }

    /** Sends a request for a caller who has entered. */
    Reply execute(Request request) {
      return Objects.requireNonNull(transport).execute(request);
    }

    String withoutTokens(String text) {
      Transport open = transport;
      return open == null ? text : open.withoutTokens(text);
    }

    synchronized boolean isInUse() {
      return calls > 0;
    }

    /** When the latest call ended, by {@link Time#nanos}. */
    synchronized long unusedSince() {
      return unusedSince;
    }

    /** Closes it unless it is called, or was after that moment; returns whether it is closed. */
    synchronized boolean closeIfUnusedSince(long moment) {
      if (calls == 0 && unusedSince - moment <= 0) {
        close();
        transport = null;
      }
      return transport == null;
    }

    /** Closes it, and ends the calls in progress. */
    synchronized void close() {
      if (!closed) {
        closed = true;
        Objects.requireNonNull(transport).close();
      }
    }
  }
}
