// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time of the whole process per call: threads of the client, collections and the compiler
 * included. JMH has allocation of its own, but not this.
 */
public final class CpuProfiler implements InternalProfiler {

  /** Nanoseconds of CPU per call. */
  static final String CPU = "cpu";

  /** Milliseconds that the compiler worked. */
  static final String COMPILER = "compiler";

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();

  private long cpuNanos;
  private long compilerMillis;

  @Override
  public String getDescription() {
    return "CPU time of the process per call";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    compilerMillis = compiler.getTotalCompilationTime();
    cpuNanos = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double nanos = system.getProcessCpuTime() - cpuNanos;
    double millis = compiler.getTotalCompilationTime() - compilerMillis;
    return List.of(
        new ScalarResult(
            CPU, nanos / result.getMetadata().getAllOps(), "ns/op", AggregationPolicy.AVG),
        new ScalarResult(COMPILER, millis, "ms", AggregationPolicy.SUM));
  }
}
