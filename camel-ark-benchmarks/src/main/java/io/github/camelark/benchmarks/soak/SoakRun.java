// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import io.github.camelark.benchmarks.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One soak: puts the load on, takes samples, takes it off again, and looks at what is left. */
final class SoakRun {

  private final SoakPlan plan;
  private final ArkRoutes routes;
  private final ComingFilesRoute consumer;
  private final RemoteRecords records;
  private final Tally tally = new Tally();
  private final AtomicInteger nextCall = new AtomicInteger();
  private final List<SoakSample> samples = new ArrayList<>();

  private SoakRun(
      SoakPlan plan, ArkRoutes routes, ComingFilesRoute consumer, RemoteRecords records) {
    this.plan = plan;
    this.routes = routes;
    this.consumer = consumer;
    this.records = records;
  }

  /** Soaks, and prints a line for each sample. */
  static SoakReport of(SoakPlan plan) throws Exception {
    try (ChildJvm server = new ChildJvm(SoakServer.class, "64m", plan.serverArguments())) {
      String baseUrl = server.line();
      try (RemoteRecords records = new RemoteRecords(Integer.parseInt(server.line()));
          ArkRoutes routes =
              new ArkRoutes(baseUrl, SoakPlan.MAX_CONNECTIONS, SoakPlan.RESPONSE_TIMEOUT)) {
        ComingFilesRoute consumer = new ComingFilesRoute(plan.remembered(), plan.pollDelay());
        return new SoakRun(plan, routes, consumer, records).run();
      }
    }
  }

  private SoakReport run() throws Exception {
    routes.context().addRoutes(consumer);
    ScheduledExecutorService callers = Executors.newScheduledThreadPool(SoakPlan.CALLERS);
    try {
      startCalling(callers);
      takeSamples();
    } finally {
      callers.shutdown();
      if (!callers.awaitTermination(5, TimeUnit.MINUTES)) {
        tally.complain("calls do not end");
      }
    }
    ServerState state = records.state();
    routes.context().getRouteController().stopAllRoutes();
    return new SoakReport(samples, faults(state));
  }

  private void startCalling(ScheduledExecutorService callers) {
    Caller caller = new Caller(routes, records, SoakPlan.RESPONSE_TIMEOUT, tally);
    long period = SoakPlan.CALLERS * TimeUnit.SECONDS.toNanos(1) / plan.callsPerSecond();
    for (int i = 0; i < SoakPlan.CALLERS; i++) {
      callers.scheduleAtFixedRate(
          () -> call(caller), i * period / SoakPlan.CALLERS, period, TimeUnit.NANOSECONDS);
    }
  }

  /** An exception would end the calls of this thread, and nobody would notice. */
  private void call(Caller caller) {
    try {
      caller.call(Call.of(nextCall.getAndIncrement()));
    } catch (IOException | RuntimeException e) {
      tally.complain(e.toString());
    }
  }

  private void takeSamples() throws InterruptedException {
    System.out.println(SoakSample.head());
    long begun = System.nanoTime();
    long before = begun;
    for (long i = 1; i <= plan.duration().dividedBy(plan.sampling()); i++) {
      long due = begun + plan.sampling().multipliedBy(i).toNanos();
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      long now = System.nanoTime();
      samples.add(sample(Duration.ofNanos(now - begun), Duration.ofNanos(now - before)));
      before = now;
      System.out.println(samples.get(samples.size() - 1).line());
    }
  }

  private SoakSample sample(Duration at, Duration elapsed) {
    Map<String, Integer> consumerFailures = consumer.drainFailures();
    for (String name : consumerFailures.keySet()) {
      if (!name.startsWith("Ark")) {
        tally.complain("the consumer fails with " + name);
      }
    }
    return new SoakSample(
        at,
        elapsed,
        tally.drain(),
        consumerFailures,
        consumer.done(),
        Footprint.take(),
        routes.pool());
  }

  private List<String> faults(ServerState state) {
    List<String> faults = new ArrayList<>(tally.complaints());
    PoolGauge pool = routes.pool();
    if (pool.calls() + pool.leased() + pool.pending() > 0) {
      faults.add("nothing is under way, but not all was given back: " + pool);
    }
    if (state.tooManyConnections() > 0) {
      faults.add("too many connections at once, times: " + state.tooManyConnections());
    }
    if (consumer.missing(state.filesGone()) > 0) {
      faults.add("files that never came: " + consumer.missing(state.filesGone()));
    }
    if (consumer.doneTwice() > 0) {
      faults.add("files that came again: " + consumer.doneTwice());
    }
    return faults;
  }
}
