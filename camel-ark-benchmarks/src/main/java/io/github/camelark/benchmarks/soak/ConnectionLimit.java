// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notices if a client has more connections open at once than it may. A client that closes one may
 * open the next before the thread that serves the old one has noticed, so where the count is in
 * doubt the kernel is asked, if it is Linux. Thread-safe.
 */
final class ConnectionLimit {

  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private static final String ESTABLISHED = "01";
  private static final long NOTICED_AFTER_MILLIS = 20;

  private final int most;
  private final String port;
  private final Semaphore free;
  private final AtomicInteger exceeded = new AtomicInteger();

  /**
   * @param most how many connections may be open at once
   * @param port the server's
   */
  ConnectionLimit(int most, int port) {
    this.most = most;
    this.port = String.format(Locale.ROOT, ":%04X", port);
    this.free = new Semaphore(most);
  }

  /** A connection was made: waits until it is one of so many. */
  void opened() throws InterruptedException {
    if (free.tryAcquire(NOTICED_AFTER_MILLIS, TimeUnit.MILLISECONDS)) {
      return;
    }
    Set<String> clients = clients();
    clients.retainAll(clients());
    if (clients.size() > most) {
      exceeded.incrementAndGet();
    }
    free.acquire();
  }

  /** A connection that {@link #opened} has let through is about to be closed, or has been. */
  void closed() {
    free.release();
  }

  /** How often there were more. */
  int exceeded() {
    return exceeded.get();
  }

  /** The ports of those that have not hung up; one that is met twice was there all the time. */
  private Set<String> clients() {
    Set<String> clients = new HashSet<>();
    for (Path table : TABLES) {
      try {
        for (String line : Files.readAllLines(table)) {
          String[] columns = line.trim().split("\\s+", 5);
          if (columns[1].endsWith(port) && columns[3].equals(ESTABLISHED)) {
            clients.add(columns[2]);
          }
        }
      } catch (IOException e) {
        // no such table: nothing can be said
      }
    }
    return clients;
  }
}
