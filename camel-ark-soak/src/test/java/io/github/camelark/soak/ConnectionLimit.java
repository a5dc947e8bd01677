// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private final int most;
  private final String port;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger exceeded = new AtomicInteger();

  /**
   * @param most how many connections may be open at once
   * @param port the server's
   */
  ConnectionLimit(int most, int port) {
    this.most = most;
    this.port = String.format(Locale.ROOT, ":%04X", port);
  }

  void opened() {
    if (open.incrementAndGet() > most) {
      Set<String> clients = clients();
      clients.retainAll(clients());
      if (clients.size() > most) {
        exceeded.incrementAndGet();
      }
    }
  }

  /** A connection is about to be closed, or has been. */
  void closed() {
    open.decrementAndGet();
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
