// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Ten thousand calls of all operations, sixteen at a time over two connections, to a server that
 * does everything wrong. The faults follow from the seed. Nothing runs beside it that has threads
 * and files of its own.
 */
@Timeout(180)
@Isolated
@Tag("full")
class LoadTest {

  private static final long SEED = 20_261_120;
  private static final int CALLS = 10_000;
  private static final int CALLERS = 16;
  private static final int CONNECTIONS = 2;

  /** Long enough for an honest answer, and short for the few that never come. */
  private static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(400);

  private static Load load;
  private static int socketsBefore;
  private static int socketsAfter;
  private static List<Thread> newThreads;

  /** What came of it, while the routes were still there. */
  private record Load(
      Tally tally,
      int calls,
      Map<String, Integer> outcomes,
      PoolGauge pool,
      int inflight,
      int tooManyConnections,
      ConnectionFaults connectionFaults,
      int untakenRecords) {}

  @BeforeAll
  @Timeout(180)
  static void load() throws Exception {
    call(CALLS / 10); // opens the jars and starts the threads that stay
    Set<Thread> threads = camelThreads();
    socketsBefore = OpenSockets.count();

    load = call(CALLS);

    newThreads = new ArrayList<>(camelThreads());
    newThreads.removeAll(threads);
    socketsAfter = OpenSockets.count();
  }

  @Test
  void everyCallerIsToldWhatTheServerDid() {
    assertThat(load.tally().complaints()).as("with seed %d", SEED).isEmpty();
  }

  @Test
  void everyCallIsAccountedFor() {
    assertThat(sum(load.outcomes())).isEqualTo(load.calls()).isGreaterThanOrEqualTo(CALLS);
    // a server that is slow may read the request of a call that nobody waits for any more
    assertThat(load.untakenRecords()).isLessThanOrEqualTo(load.tally().slow());
  }

  @Test
  void triesAgainUntilMostCallsAreAnswered() {
    Map<String, Integer> answered = new HashMap<>(load.outcomes());
    answered.keySet().removeIf(outcome -> outcome.contains("Exception"));

    assertThat(sum(answered)).isGreaterThan(load.calls() * 8 / 10);
  }

  @Test
  void everyFaultWasMet() {
    assertThat(load.tally().faults()).containsExactlyInAnyOrder(Fault.values());
  }

  @Test
  void connectionsWereResetAndIgnoredAndRefused() {
    assertThat(load.connectionFaults().reset()).isPositive();
    assertThat(load.connectionFaults().ignored()).isPositive();
    assertThat(load.connectionFaults().deaf()).isPositive();
  }

  @Test
  void noConnectionStaysInUse() {
    assertThat(load.pool().leased()).isZero();
    assertThat(load.pool().available()).isBetween(1, CONNECTIONS);
  }

  @Test
  void thereAreNeverMoreConnectionsThanAllowed() {
    assertThat(load.tooManyConnections()).isZero();
  }

  @Test
  void nothingIsPending() {
    assertThat(load.pool().calls()).isZero();
    assertThat(load.pool().pending()).isZero();
    assertThat(load.inflight()).isZero();
  }

  @Test
  void noThreadIsLeftWhenTheContextIsClosed() throws Exception {
    for (Thread thread : newThreads) {
      thread.join(30_000);
    }

    assertThat(newThreads).noneMatch(Thread::isAlive);
  }

  @Test
  void noSocketIsLeftOpenWhenTheContextIsClosed() {
    assumeThat(OpenSockets.areKnown()).isTrue();

    assertThat(socketsAfter).isLessThanOrEqualTo(socketsBefore);
  }

  private static Load call(int calls) throws Exception {
    Clock clock = Clock.systemUTC();
    ComingFiles none = new ComingFiles(Duration.ofDays(1), Duration.ofDays(1), SEED, clock);
    try (FaultyServer server = new FaultyServer(SEED, CONNECTIONS, none);
        ArkRoutes routes = new ArkRoutes(server.baseUrl(), CONNECTIONS, RESPONSE_TIMEOUT)) {
      Tally tally = new Tally();
      Caller caller = new Caller(routes, server.account(), RESPONSE_TIMEOUT, tally);
      AtomicInteger next = new AtomicInteger();
      inParallel(
          () -> {
            for (int n = next.getAndIncrement(); n < calls; n = next.getAndIncrement()) {
              caller.call(Call.of(n));
            }
            return null;
          });
      int made = calls;
      while (routes.pool().available() == 0) {
        caller.call(Call.of(made++)); // so that there is something left to be closed
      }
      return new Load(
          tally,
          made,
          tally.drain(),
          routes.pool(),
          routes.context().getInflightRepository().size(),
          server.tooManyConnections(),
          server.connectionFaults(),
          server.account().size());
    }
  }

  private static void inParallel(Callable<Void> work) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        all.add(work);
      }
      for (Future<Void> each : callers.invokeAll(all)) {
        each.get();
      }
    } finally {
      callers.shutdown();
    }
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Not those of the JVM and of the tests, which come and go as they like. */
  private static Set<Thread> camelThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("Camel ("))
        .collect(Collectors.toSet());
  }
}
