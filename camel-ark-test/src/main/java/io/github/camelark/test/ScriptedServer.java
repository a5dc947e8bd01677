// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP server on 127.0.0.1 that gives prepared replies one after the other, whatever they are.
 * It knows nothing of any API: for what a service, a gateway or a proxy should never send, but
 * does. {@link ArkSimulator} is for everything else.
 *
 * <p>A request gets the first matching reply that was not given yet; once all were given, the last
 * one again. Without a matching reply it gets status 500. Thread-safe.
 */
public final class ScriptedServer implements AutoCloseable {

  private final ServerSocket listener;
  private final Script script;
  private final Journal journal = new Journal();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private ScriptedServer(List<ScriptedReply> replies) throws IOException {
    this.script = new Script(replies);
    this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    startThread(this::accept);
  }

  /** Starts a server with these replies, at least one, on a free port. */
  public static ScriptedServer start(ScriptedReply... replies) {
    return start(List.of(replies));
  }

  /** Starts a server with these replies, at least one, on a free port. */
  public static ScriptedServer start(List<ScriptedReply> replies) {
    try {
      return new ScriptedServer(List.copyOf(replies));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server with the replies of a script; see {@link ScriptedReply#read}. */
  public static ScriptedServer start(Path script) throws IOException {
    return start(ScriptedReply.read(script));
  }

  /** Returns the port it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Returns its address, without a path. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  /**
   * Returns the last 100,000 requests at most in order of arrival. None has a provider or an
   * account; the status is 0 if the reply was raw.
   */
  public List<RecordedRequest> journal() {
    return journal.requests();
  }

  /** Stops the server and closes its connections; closing again does nothing. */
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.add(connection);
        startThread(() -> serve(connection));
      } catch (IOException e) {
        // The server is closed, or this client has gone already.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      RawRequests requests = new RawRequests(connection.getInputStream());
      boolean kept = true;
      while (kept) {
        ApiRequest request = requests.next();
        kept = request != null && answer(connection, request);
      }
    } catch (IOException e) {
      // The client hung up, or the server is closed.
    } finally {
      connections.remove(connection);
    }
  }

  /** Returns whether the connection is kept. */
  private boolean answer(Socket connection, ApiRequest request) throws IOException {
    Journal.Entry entry = journal.add(request.recorded(null, null));
    ScriptedReply reply = script.next(request);
    entry.answered(reply.status());
    connection.getOutputStream().write(RawReply.bytes(reply));
    connection.getOutputStream().flush();
    return RawReply.keepsConnection(reply);
  }

  private static void startThread(Runnable task) {
    Thread thread = new Thread(task, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }
}
