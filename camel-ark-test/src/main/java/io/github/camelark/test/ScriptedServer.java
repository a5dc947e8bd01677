// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;

/**
 * An HTTP server on 127.0.0.1 that gives prepared replies one after the other, whatever they are.
 * It knows nothing of any API: for what a service, a gateway or a proxy should never send, but
 * does. {@link ArkSimulator} is for everything else.
 *
 * <p>A request gets the first matching reply that was not given yet; once all were given, the last
 * one again. Without a matching reply it gets status 500. Thread-safe; each connection has a thread
 * of its own.
 */
public final class ScriptedServer implements AutoCloseable {

  private final ServerSocket listener;
  private final ScriptedConnection.Handler handler;
  private final Journal journal = new Journal();
  private final Set<ScriptedConnection> open = new HashSet<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Object counting = new Object();
  private volatile int lastPort;
  private volatile CountDownLatch lastAccepted = new CountDownLatch(0);

  private ScriptedServer(Script script, ServerSocket listener) {
    this.listener = listener;
    this.handler = connection -> serve(connection, script);
    startThread(this::accept);
  }

  private ScriptedServer(ScriptedConnection.Handler handler, ServerSocket listener) {
    this.listener = listener;
    this.handler = handler;
    startThread(this::accept);
  }

  /** Starts a server with these replies, at least one, on a free port. */
  public static ScriptedServer start(ScriptedReply... replies) {
    return start(List.of(replies));
  }

  /** Starts a server with these replies, at least one, on a free port. */
  public static ScriptedServer start(List<ScriptedReply> replies) {
    return new ScriptedServer(new Script(List.copyOf(replies)), listen());
  }

  /** Starts a server with the replies of a script; see {@link ScriptedReply#read}. */
  public static ScriptedServer start(Path script) throws IOException {
    return start(ScriptedReply.read(script));
  }

  /**
   * Starts a server with these replies, at least one, on a socket that is bound to 127.0.0.1: on an
   * {@link SSLServerSocket} it uses TLS. The socket is closed with the server.
   */
  public static ScriptedServer start(ServerSocket listener, ScriptedReply... replies) {
    return new ScriptedServer(new Script(List.of(replies)), listener);
  }

  /**
   * Starts a server on a free port that reads no request: it gives each connection to the handler
   * and closes it afterwards. For what comes before HTTP, such as a TLS handshake that fails.
   */
  public static ScriptedServer startRaw(ScriptedConnection.Handler handler) {
    return startRaw(listen(), handler);
  }

  /** The same on a socket that is bound to 127.0.0.1, which is closed with the server. */
  public static ScriptedServer startRaw(ServerSocket listener, ScriptedConnection.Handler handler) {
    return new ScriptedServer(handler, listener);
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Returns its address, without a path. */
  public String baseUrl() {
    return (listener instanceof SSLServerSocket ? "https" : "http") + "://127.0.0.1:" + port();
  }

  /**
   * Returns the last 100,000 requests at most in order of arrival. None has a provider or an
   * account; the status is 0 if the reply was raw or written by a handler.
   */
  public List<RecordedRequest> journal() {
    return journal.requests();
  }

  /**
   * Returns the request line and the headers of each request in the journal, unchanged: unlike the
   * journal they show the keys.
   */
  public List<String> heads() {
    return journal.heads();
  }

  /**
   * Returns how many connections there were so far. Each that was made before this call is counted,
   * even if its client has hung up and the server is busy.
   */
  public int connections() {
    synchronized (counting) {
      if (!listener.isClosed()) {
        awaitAccepted();
      }
      return accepted.get();
    }
  }

  /**
   * Makes a connection and waits for it: they are accepted in the order in which they were made.
   */
  private void awaitAccepted() {
    try (Socket last = new Socket()) {
      lastAccepted = new CountDownLatch(1);
      last.bind(null);
      lastPort = last.getLocalPort();
      last.connect(listener.getLocalSocketAddress());
      lastAccepted.await();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until no connection is open, because the clients or the server closed them all. */
  public void awaitNoConnection() throws InterruptedException {
    synchronized (open) {
      while (!open.isEmpty()) {
        open.wait();
      }
    }
  }

  /** Stops the server and closes its connections; closing again does nothing. */
  @Override
  public void close() {
    try {
      listener.close();
      synchronized (open) {
        for (ScriptedConnection connection : open) {
          connection.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        if (socket.getPort() == lastPort) {
          lastPort = 0;
          socket.close();
          lastAccepted.countDown();
        } else {
          accepted.incrementAndGet();
          start(socket);
        }
      } catch (IOException e) {
        // The server is closed, or this client has gone already.
      }
    }
    lastAccepted.countDown();
  }

  private void start(Socket socket) {
    ScriptedConnection connection = new ScriptedConnection(socket);
    synchronized (open) {
      open.add(connection);
    }
    startThread(() -> handle(connection));
  }

  private void handle(ScriptedConnection connection) {
    try (Socket socket = connection.socket()) {
      // What a handler writes in pieces must arrive in pieces.
      socket.setTcpNoDelay(true);
      if (!listener.isClosed()) {
        handler.handle(connection);
      }
    } catch (IOException e) {
      // The client hung up, or the server is closed.
    } finally {
      synchronized (open) {
        open.remove(connection);
        open.notifyAll();
      }
    }
  }

  private void serve(ScriptedConnection connection, Script script) throws IOException {
    RawRequests requests = new RawRequests(connection.socket().getInputStream());
    boolean kept = true;
    while (kept) {
      RawRequest request = requests.next();
      kept = request != null && answer(connection, request, script.next(request.request()));
    }
  }

  /** Returns whether the connection is kept. */
  private boolean answer(ScriptedConnection connection, RawRequest request, ScriptedReply reply)
      throws IOException {
    Journal.Entry entry = journal.add(request.request().recorded(null, null), request.head());
    connection.received(request.head());
    entry.answered(reply.status());
    if (reply.handler() != null) {
      reply.handler().handle(connection);
      return !connection.socket().isClosed();
    }
    connection.write(RawReply.bytes(reply));
    return RawReply.keepsConnection(reply);
  }

  private static void startThread(Runnable task) {
    Thread thread = new Thread(task, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }
}
