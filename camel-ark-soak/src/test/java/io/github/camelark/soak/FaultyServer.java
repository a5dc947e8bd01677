// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that treats each request as it is drawn, resets some connections as soon as they are
 * made, never serves others, and from time to time does not listen for a moment. Thread-safe.
 */
final class FaultyServer implements AutoCloseable {

  private static final int RESET_EVERY = 60;
  private static final int IGNORED_EVERY = 997;

  private final Account account;
  private final ComingFiles comingFiles;
  private final RestingListener listener = new RestingListener();
  private final ConnectionLimit limit;
  private final ScriptedServer server;
  private final AtomicInteger connections = new AtomicInteger();

  /**
   * @param seed what all faults follow from
   * @param maxConnections how many connections a client may have open at once
   */
  FaultyServer(long seed, int maxConnections, ComingFiles comingFiles) throws IOException {
    this.account = new Account(seed);
    this.comingFiles = comingFiles;
    this.limit = new ConnectionLimit(maxConnections, listener.getLocalPort());
    this.server = ScriptedServer.startRaw(listener, this::serve);
  }

  String baseUrl() {
    return server.baseUrl() + "/api/v3";
  }

  Account account() {
    return account;
  }

  /** How often a client has had more connections open than it may. */
  int tooManyConnections() {
    return limit.exceeded();
  }

  /** How many connections were reset as soon as they were made. */
  int reset() {
    return connections.get() / RESET_EVERY;
  }

  /** How many connections were never served. */
  int ignored() {
    return connections.get() / IGNORED_EVERY;
  }

  /** How often it did not listen for a moment. */
  int rests() {
    return listener.rests();
  }

  private void serve(ScriptedConnection connection) throws IOException {
    int number = connections.incrementAndGet();
    if (number % RESET_EVERY == 0) {
      connection.reset();
      return;
    }
    limit.opened();
    try {
      if (number % IGNORED_EVERY == 0) {
        connection.awaitHangUp();
      } else {
        answer(connection);
      }
    } finally {
      limit.closed();
    }
  }

  private void answer(ScriptedConnection connection) throws IOException {
    Request request = Request.read(connection);
    while (request != null) {
      Reply reply =
          ComingFiles.areMeantBy(request) ? comingFiles.receive(request) : account.receive(request);
      reply.deliver(connection);
      request = connection.socket().isClosed() ? null : Request.read(connection);
    }
  }

  /** Closes all connections, and waits for their threads. */
  @Override
  public void close() throws InterruptedException {
    server.close();
    server.awaitNoConnection();
  }
}
