// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/**
 * A scripted server whose replies, bytes of any kind, are exchanged for others while it runs, and
 * which tells them apart by the number of the request. For one client that makes one call at a
 * time.
 */
public final class FuzzedServer implements AutoCloseable {

  /** How long a client that keeps the connection has to send its next request. */
  private static final int PATIENCE_MILLISECONDS = 5;

  private final boolean keepsConnections;
  private final List<byte[]> served = new CopyOnWriteArrayList<>();
  private final ScriptedServer server;
  private volatile IntFunction<byte[]> script = request -> new byte[0];

  private FuzzedServer(boolean keepsConnections) {
    this.keepsConnections = keepsConnections;
    this.server = ScriptedServer.start(ScriptedReply.by(this::answer));
  }

  /** Closes each connection after one reply, so that clients never wait for the rest of one. */
  public static FuzzedServer closing() {
    return new FuzzedServer(false);
  }

  /** Keeps a connection until its client is silent, perhaps because it waits for the rest. */
  public static FuzzedServer keeping() {
    return new FuzzedServer(true);
  }

  public String baseUrl() {
    return server.baseUrl();
  }

  /** Answers the next requests with these, and all later ones with the last. */
  public void play(List<byte[]> replies) {
    play(request -> replies.get(Math.min(request, replies.size() - 1)));
  }

  /** Answers the next requests with these, over and over. */
  public void playInCircles(List<byte[]> replies) {
    play(request -> replies.get(request % replies.size()));
  }

  private void play(IntFunction<byte[]> replies) {
    served.clear();
    script = replies;
  }

  /** The replies since the script began, one per request. */
  public List<byte[]> served() {
    return List.copyOf(served);
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(ScriptedConnection connection) throws IOException {
    byte[] reply = script.apply(served.size());
    served.add(reply);
    connection.write(reply);
    if (keepsConnections) {
      connection.socket().setSoTimeout(PATIENCE_MILLISECONDS);
    } else {
      connection.close();
    }
  }
}
