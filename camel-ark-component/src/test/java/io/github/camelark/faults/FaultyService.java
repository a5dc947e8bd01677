// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.transport.FakeTime;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that applies a row's fault to the requests of one subject and answers others normally.
 */
final class FaultyService implements AutoCloseable {

  /** What happens to a connection after a normal reply. */
  enum Connection {
    CLOSED_POLITELY,
    KEPT,
    KEPT_AND_THEN_CLOSED
  }

  private final FakeTime time;
  private final ScriptedServer server;
  private volatile Scene scene =
      new Scene("", head -> false, Behaviour.HONEST, Connection.CLOSED_POLITELY);
  private final Set<ScriptedConnection> known =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));
  private final AtomicInteger furtherRequests = new AtomicInteger();
  private int requestsBefore;

  FaultyService(FakeTime time) {
    this.time = time;
    this.server = ScriptedServer.start(ScriptedReply.by(this::serve));
  }

  /** At a socket that listens already. */
  FaultyService(FakeTime time, ServerSocket listener) {
    this.time = time;
    this.server = ScriptedServer.start(listener, ScriptedReply.by(this::serve));
  }

  String baseUrl() {
    return server.baseUrl();
  }

  /** Answers all requests, which must be about this file, normally. */
  void beHonest(String fileId, Connection connection) {
    scene = new Scene(fileId, head -> false, Behaviour.HONEST, connection);
  }

  /** Applies the behaviour to the requests of a subject, and answers others normally. */
  void behave(String fileId, Subject subject, Behaviour behaviour, Connection connection) {
    scene = new Scene(fileId, subject::isStruckAt, behaviour, connection);
    requestsBefore = requests();
  }

  /** How many requests met the behaviour since it began. */
  int attempts() {
    return requests() - requestsBefore - scene.honest.get();
  }

  /** A connection counts as one, for its client may hang up before its request is read. */
  private int requests() {
    return server.connections() + furtherRequests.get();
  }

  /** Whether a client read all of an endless reply. */
  boolean isFloodTaken() {
    return scene.floodTaken.get();
  }

  /** Whether a client had no patience for the head of a reply, of which the body was to be late. */
  boolean isHeadMissed() {
    return scene.headMissed.get();
  }

  /** Waits until the client has no connection left. */
  void awaitNoConnection() throws InterruptedException {
    server.awaitNoConnection();
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(ScriptedConnection connection) throws IOException {
    if (!known.add(connection)) {
      furtherRequests.incrementAndGet();
    }
    String head = connection.head();
    Scene now = scene;
    boolean struck = now.strikes.at(head);
    int number = (struck ? now.struck : now.honest).incrementAndGet();
    Visit visit = new Visit(connection, number, now.fileId, time, now.floodTaken, now.headMissed);
    if (!head.contains(Driver.KEY)) {
      Behaviour.answers("401 Unauthorized", "", "").act(visit);
    } else if (struck) {
      now.behaviour.act(visit);
    } else {
      answerHonestly(visit, now.connection);
    }
  }

  private static void answerHonestly(Visit visit, Connection connection) throws IOException {
    if (connection == Connection.CLOSED_POLITELY) {
      Behaviour.HONEST.act(visit);
      return;
    }
    visit.connection().write(visit.honestReply(""));
    if (connection == Connection.KEPT_AND_THEN_CLOSED) {
      visit.connection().close();
    }
  }

  @FunctionalInterface
  private interface Strikes {
    boolean at(String head);
  }

  /** The current behaviour; a late request belongs to an earlier one. */
  private static final class Scene {

    private final String fileId;
    private final Strikes strikes;
    private final Behaviour behaviour;
    private final Connection connection;
    private final AtomicInteger struck = new AtomicInteger();
    private final AtomicInteger honest = new AtomicInteger();
    private final AtomicBoolean floodTaken = new AtomicBoolean();
    private final AtomicBoolean headMissed = new AtomicBoolean();

    Scene(String fileId, Strikes strikes, Behaviour behaviour, Connection connection) {
      this.fileId = fileId;
      this.strikes = strikes;
      this.behaviour = behaviour;
      this.connection = connection;
    }
  }
}
