// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Calls of all operations on several threads, and a consumer of files that come and go, over a few
 * connections to a server that does everything wrong: for some seconds, or for as many minutes as
 * the system property {@code soak.minutes} says. It prints a line for each sample.
 */
class SoakTest {

  private static final long SEED = 20_261_120;
  private static final int CALLERS = 8;
  private static final int MAX_CONNECTIONS = 4;
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(2);

  private static final int MINUTES = Integer.getInteger("soak.minutes", 0);
  private static final int CALLS_PER_SECOND = Integer.getInteger("soak.rate", 300);
  private static final boolean SHORT = MINUTES == 0;
  private static final Duration SAMPLING = SHORT ? Duration.ofSeconds(2) : Duration.ofMinutes(1);
  private static final int SAMPLES = SHORT ? 3 : MINUTES;

  /** Of seconds or few minutes the first samples differ from the last because they are first. */
  private static final int SAMPLES_THAT_SHOW_GROWTH = 10;

  /** How long until the next file comes, and how long it is there. */
  private static final Duration FILE_INTERVAL = Duration.ofMillis(SHORT ? 50 : 200);

  private static final Duration FILE_LIFE = Duration.ofSeconds(SHORT ? 30 : 60);

  private static final List<Sample> SAMPLES_TAKEN = new ArrayList<>();
  private static CheckedCalls calls;
  private static ComingFilesRoute consumer;
  private static int filesGone;
  private static int tooManyConnections;
  private static PoolGauge poolAtEnd;

  @BeforeAll
  static void soak() throws Exception {
    ComingFiles files = new ComingFiles(FILE_INTERVAL, FILE_LIFE, SEED, Clock.systemUTC());
    // more than are there at once; soon full, so that it does not look like a leak
    int remembered = (int) FILE_LIFE.dividedBy(FILE_INTERVAL) * 3 / 2;
    // often enough that each file is seen though many polls fail
    consumer = new ComingFilesRoute(remembered, FILE_LIFE.dividedBy(60));
    try (FaultyServer server = new FaultyServer(SEED, MAX_CONNECTIONS, files);
        SoakRoutes routes = new SoakRoutes(server.baseUrl(), MAX_CONNECTIONS, RESPONSE_TIMEOUT)) {
      calls = new CheckedCalls(routes, server.account(), RESPONSE_TIMEOUT);
      routes.context().addRoutes(consumer);
      ScheduledExecutorService callers = Executors.newScheduledThreadPool(CALLERS);
      startCalling(callers);
      takeSamples(routes);
      callers.shutdown();
      assertThat(callers.awaitTermination(5, TimeUnit.MINUTES)).as("all calls end").isTrue();
      filesGone = files.gone();
      routes.context().getRouteController().stopAllRoutes();
      poolAtEnd = routes.pool();
      tooManyConnections = server.tooManyConnections();
    }
  }

  private static void startCalling(ScheduledExecutorService callers) {
    AtomicInteger next = new AtomicInteger();
    long period = CALLERS * TimeUnit.SECONDS.toNanos(1) / CALLS_PER_SECOND;
    for (int i = 0; i < CALLERS; i++) {
      callers.scheduleAtFixedRate(
          () -> {
            try {
              calls.call(next.getAndIncrement());
            } catch (RuntimeException e) {
              calls.complain(e.toString()); // otherwise it would end the calls of this thread
            }
          },
          i * period / CALLERS,
          period,
          TimeUnit.NANOSECONDS);
    }
  }

  private static void takeSamples(SoakRoutes routes) throws InterruptedException {
    System.out.println(Sample.HEAD);
    long begun = System.nanoTime();
    for (int i = 1; i <= SAMPLES; i++) {
      long due = begun + SAMPLING.multipliedBy(i).toNanos();
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      Map<String, Integer> failures = consumer.drainFailures();
      failures.keySet().stream()
          .filter(name -> !name.startsWith("Ark"))
          .forEach(name -> calls.complain("the consumer fails with " + name));
      Sample sample =
          new Sample(
              SAMPLING.multipliedBy(i),
              calls.drain(),
              failures,
              consumer.done(),
              Footprint.take(),
              routes.pool());
      SAMPLES_TAKEN.add(sample);
      System.out.println(sample.line());
    }
  }

  @Test
  void everyCallerIsToldWhatTheServerDid() {
    assertThat(calls.complaints()).isEmpty();
    assertThat(SAMPLES_TAKEN).noneMatch(sample -> sample.outcomes().isEmpty());
  }

  @Test
  void everyFileComesToTheConsumerOnce() {
    assertThat(consumer.done()).isPositive();
    assertThat(consumer.missing(filesGone)).isZero();
    assertThat(consumer.doneTwice()).isZero();
  }

  @Test
  void noConnectionAndNoCallIsLeftInUse() {
    assertThat(poolAtEnd.calls()).isZero();
    assertThat(poolAtEnd.leased()).isZero();
    assertThat(poolAtEnd.pending()).isZero();
  }

  @Test
  void thereAreNeverMoreConnectionsThanAllowed() {
    assertThat(tooManyConnections).isZero();
  }

  @Test
  void nothingGrows() {
    assumeThat(SAMPLES).isGreaterThanOrEqualTo(SAMPLES_THAT_SHOW_GROWTH);

    assertThat(new Growth(SAMPLES_TAKEN.stream().map(Sample::footprint).toList()).found())
        .isEmpty();
  }
}
