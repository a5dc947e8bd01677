// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that treats each request as it is drawn, resets some connections as soon as they are
 * made, never gets round to some, and from time to time does not listen for a moment. Thread-safe.
 */
final class FaultyServer implements AutoCloseable {

  private static final int RESET_EVERY = 60;
  private static final int IGNORED_EVERY = 997;
  private static final int DEAF_EVERY = 250;
  private static final int DEAF_MILLIS = 5;
  private static final int BACKLOG = 50;

  private final Account account;
  private final ComingFiles comingFiles;
  private final ConnectionLimit limit;
  private final InetSocketAddress address;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread acceptor;
  private final AtomicInteger reset = new AtomicInteger();
  private final AtomicInteger ignored = new AtomicInteger();
  private final AtomicInteger deaf = new AtomicInteger();
  private volatile ServerSocket listener;

  /**
   * @param seed what all faults follow from
   * @param maxConnections how many connections a client may have open at once
   */
  FaultyServer(long seed, int maxConnections, ComingFiles comingFiles) throws IOException {
    this.account = new Account(seed);
    this.comingFiles = comingFiles;
    this.listener = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.address = (InetSocketAddress) listener.getLocalSocketAddress();
    this.limit = new ConnectionLimit(maxConnections, address.getPort());
    this.acceptor = inBackground(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + address.getPort() + "/api/v3";
  }

  Account account() {
    return account;
  }

  /** How often a client has had more connections open than it may. */
  int tooManyConnections() {
    return limit.exceeded();
  }

  ConnectionFaults connectionFaults() {
    return new ConnectionFaults(reset.get(), ignored.get(), deaf.get());
  }

  /** Ends all connections, and waits for their threads. */
  @Override
  public void close() throws IOException, InterruptedException {
    closing.countDown();
    listener.close();
    acceptor.join();
    for (Connection connection : open) {
      connection.close();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static ServerSocket listen(InetSocketAddress address) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(address, BACKLOG);
    return socket;
  }

  private void accept() {
    try {
      for (int accepted = 1; closing.getCount() > 0; accepted++) {
        take(listener.accept(), accepted);
        if (accepted % DEAF_EVERY == 0) {
          beDeaf();
        }
      }
    } catch (IOException | InterruptedException e) {
      if (closing.getCount() > 0) {
        throw new IllegalStateException("The server cannot listen any more", e);
      }
    }
  }

  private void take(Socket socket, int number) throws IOException {
    try {
      Connection connection = new Connection(socket);
      if (number % RESET_EVERY == 0) {
        connection.resetWhenClosed();
        connection.close();
        reset.incrementAndGet();
      } else {
        open.add(connection);
        inBackground(() -> serve(connection, number % IGNORED_EVERY == 0));
      }
    } catch (SocketException e) {
      // the client has hung up already
      socket.close();
    }
  }

  private void beDeaf() throws IOException, InterruptedException {
    listener.close();
    deaf.incrementAndGet();
    if (!closing.await(DEAF_MILLIS, TimeUnit.MILLISECONDS)) {
      listener = listen(address);
      if (closing.getCount() == 0) {
        listener.close();
      }
    }
  }

  private void serve(Connection connection, boolean ignore) {
    try (connection) {
      limit.opened();
      try {
        if (ignore) {
          ignore(connection);
        } else {
          answer(connection);
        }
      } finally {
        limit.closed();
      }
    } catch (IOException | InterruptedException e) {
      // the client hung up, or this server is being closed
    } finally {
      open.remove(connection);
    }
  }

  /** The client cannot tell it from one that nobody accepts: the system does that for it. */
  private void ignore(Connection connection) throws IOException {
    ignored.incrementAndGet();
    connection.awaitHangUp();
  }

  private void answer(Connection connection) throws IOException {
    boolean resetNext = false;
    for (String head = connection.readHead(); head != null; head = connection.readHead()) {
      if (resetNext) {
        connection.resetWhenClosed();
        return;
      }
      Request request = Request.parse(head);
      Turn turn =
          ComingFiles.areMeantBy(request) ? comingFiles.receive(request) : account.receive(request);
      if (!new Delivery(connection, turn).deliver()) {
        return;
      }
      resetNext = turn.fault() == Fault.RESETS_THE_NEXT;
    }
  }

  private Thread inBackground(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } finally {
                threads.remove(Thread.currentThread());
              }
            },
            "faulty-server");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return thread;
  }
}
