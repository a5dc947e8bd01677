// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A process that makes calls in one way, and keeps its compiled code between one stretch of calls
 * and the next. JMH's own forks would end after each stretch, so that the ways could not take turns
 * often enough to share the noise of the machine.
 */
public final class CallWorker {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private CallWorker() {}

  /**
   * Makes a call, and prints the nanoseconds that it took from the first line of code on. Then, for
   * every line that names a kind of call and milliseconds, measures for so long and answers with a
   * line.
   *
   * @param arguments the base URL, the variant
   */
  public static void main(String[] arguments) throws Exception {
    // each worker is told when it is its turn
    System.setProperty("jmh.ignoreLock", "true");
    Variant variant = Variant.valueOf(arguments[1]);
    long begun = System.nanoTime();
    Calls calls = variant.open(arguments[0], CallWorker::requireId);
    calls.retrieve("file-1");
    System.out.println(System.nanoTime() - begun);
    CallBenchmark.use(calls);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      System.out.println(measure(CallKind.valueOf(words[0]), Long.parseLong(words[1])).toLine());
    }
    System.exit(0);
  }

  private static void requireId(String id) {
    if (id.isEmpty()) {
      throw new IllegalStateException("a file has no id");
    }
  }

  private static Slice measure(CallKind kind, long millis) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(CallBenchmark.class.getName() + "\\." + kind.operation() + "$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(0)
            .threads(kind.threads())
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(millis))
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    Map<String, Result> costs = result.getSecondaryResults();
    return new Slice(
        result.getPrimaryResult().getScore(),
        score(costs, CpuProfiler.CPU),
        score(costs, ALLOCATION),
        score(costs, CpuProfiler.COMPILER) / millis);
  }

  private static double score(Map<String, Result> costs, String name) {
    Result<?> cost = costs.get(name);
    if (cost == null) {
      throw new IllegalStateException("JMH gives no " + name + ", but " + costs.keySet());
    }
    return cost.getScore();
  }
}
