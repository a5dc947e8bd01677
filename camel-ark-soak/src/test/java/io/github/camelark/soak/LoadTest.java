// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten thousand calls of all operations, sixteen at a time over two connections, to a server that
 * does everything wrong. The faults follow from the seed.
 */
@Timeout(180)
@Tag("full")
class LoadTest {

  private static final long SEED = 20_261_120;
  private static final int CALLS = 10_000;
  private static final int CALLERS = 16;
  private static final int CONNECTIONS = 2;
  private static final int JARS_OPENED_LATE = 20;

  /** Long enough for an honest answer, and short for the few that never come. */
  private static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(400);

  private static Load load;
  private static int filesBefore;
  private static int filesAfter;
  private static List<Thread> newThreads;

  /** What came of it, while the routes were still there. */
  private record Load(
      CheckedCalls checked,
      int calls,
      Map<String, Integer> outcomes,
      PoolGauge pool,
      int inflight,
      FaultyServer server) {}

  @BeforeAll
  @Timeout(180)
  static void load() throws Exception {
    call(CALLS / 10); // opens most jars and starts the threads that stay
    Set<Thread> threads = camelThreads();
    filesBefore = Footprint.take().openFiles();

    load = call(CALLS);

    newThreads = new ArrayList<>(camelThreads());
    newThreads.removeAll(threads);
    filesAfter = Footprint.take().openFiles();
  }

  @Test
  void everyCallerIsToldWhatTheServerDid() {
    assertThat(load.checked().complaints()).as("with seed %d", SEED).isEmpty();
  }

  @Test
  void everyCallIsAccountedFor() {
    assertThat(sum(load.outcomes())).isEqualTo(load.calls()).isGreaterThanOrEqualTo(CALLS);
    // a slow server may read the request of a call that has already ended
    assertThat(load.server().account().size()).isLessThanOrEqualTo(load.checked().slow());
  }

  @Test
  void mostCallsAreAnsweredAfterRetries() {
    Map<String, Integer> answered = new HashMap<>(load.outcomes());
    answered.keySet().removeIf(outcome -> outcome.contains("Exception"));

    assertThat(sum(answered)).isGreaterThan(load.calls() * 8 / 10);
  }

  @Test
  void everyFaultOccurred() {
    assertThat(load.checked().faults()).containsExactlyInAnyOrder(Fault.values());
  }

  @Test
  void connectionsWereResetAndIgnoredAndRefused() {
    assertThat(load.server().reset()).isPositive();
    assertThat(load.server().ignored()).isPositive();
    assertThat(load.server().rests()).isPositive();
  }

  @Test
  void noConnectionStaysInUse() {
    assertThat(load.pool().leased()).isZero();
    assertThat(load.pool().available()).isBetween(1, CONNECTIONS);
  }

  @Test
  void thereAreNeverMoreConnectionsThanAllowed() {
    assertThat(load.server().tooManyConnections()).isZero();
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

  /** A connection that was forgotten each time that a server hung up would be hundreds. */
  @Test
  void noSocketIsLeftOpenWhenTheContextIsClosed() {
    assertThat(filesAfter).isLessThan(filesBefore + JARS_OPENED_LATE);
  }

  private static Load call(int calls) throws Exception {
    Duration never = Duration.ofDays(1);
    ComingFiles none = new ComingFiles(never, never, SEED, Clock.systemUTC());
    try (FaultyServer server = new FaultyServer(SEED, CONNECTIONS, none);
        SoakRoutes routes = new SoakRoutes(server.baseUrl(), CONNECTIONS, RESPONSE_TIMEOUT)) {
      CheckedCalls checked = new CheckedCalls(routes, server.account(), RESPONSE_TIMEOUT);
      inParallel(calls, checked::call);
      int made = calls;
      while (routes.pool().available() == 0) {
        checked.call(made++); // so that there is something left to be closed
      }
      return new Load(
          checked,
          made,
          checked.drain(),
          routes.pool(),
          routes.context().getInflightRepository().size(),
          server);
    }
  }

  private static void inParallel(int calls, IntConsumer call) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        int number = i;
        all.add(callers.submit(() -> call.accept(number)));
      }
      for (Future<?> each : all) {
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
