// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import io.github.camelark.support.RawServer;
import io.github.camelark.transport.FakeTime;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that does to the requests of one subject what a row says, and is honest otherwise. */
final class FaultyService implements AutoCloseable {

  /** What becomes of a connection after an honest reply. */
  enum Connection {
    CLOSED_POLITELY,
    KEPT,
    KEPT_AND_THEN_CLOSED
  }

  private final FakeTime time;
  private final RawServer server;
  private volatile Scene scene =
      new Scene("", head -> false, Behaviour.HONEST, Connection.CLOSED_POLITELY);
  private int requestsBefore;

  FaultyService(FakeTime time) throws IOException {
    this.time = time;
    this.server = RawServer.keepingAlive(this::serve);
  }

  /** At a socket that listens already. */
  FaultyService(FakeTime time, ServerSocket listener) {
    this.time = time;
    this.server = RawServer.keepingAlive(listener, this::serve);
  }

  String baseUrl() {
    return server.baseUrl();
  }

  /** Is honest to all requests, which must speak of this file. */
  void beHonest(String fileId, Connection connection) {
    scene = new Scene(fileId, head -> false, Behaviour.HONEST, connection);
  }

  /** Does this to the requests of a subject, and is honest to others. */
  void behave(String fileId, Subject subject, Behaviour behaviour, Connection connection)
      throws IOException, InterruptedException {
    scene = new Scene(fileId, subject::isStruckAt, behaviour, connection);
    requestsBefore = server.requests();
  }

  /** How many requests met the behaviour since it began. */
  int tries() throws IOException, InterruptedException {
    return server.requests() - requestsBefore - scene.honest.get();
  }

  /** Whether a client read on though it had been told enough. */
  boolean isFloodTaken() {
    return scene.floodTaken.get();
  }

  /** Whether a client had no patience for the head of a reply, of which the body was to be late. */
  boolean isHeadMissed() {
    return scene.headMissed.get();
  }

  /** Waits until the client has no connection left. */
  void awaitEndOfConversations() throws InterruptedException {
    server.awaitEndOfConversations();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(Socket socket, String head) throws IOException {
    Scene now = scene;
    boolean struck = now.strikes.at(head);
    int number = (struck ? now.struck : now.honest).incrementAndGet();
    Visit visit = new Visit(socket, head, number, now.fileId, time, now.floodTaken, now.headMissed);
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
    visit.write(visit.honestReply(""));
    if (connection == Connection.KEPT_AND_THEN_CLOSED) {
      visit.close();
    }
  }

  @FunctionalInterface
  private interface Strikes {
    boolean at(String head);
  }

  /** What is played now; a conversation that comes late belongs to its own. */
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
