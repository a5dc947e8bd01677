// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The loops that JMH makes of one call each. They run in the JVM of a {@link CallWorker}. */
public class CallBenchmark {

  private static @Nullable Calls calls;

  static void use(Calls newCalls) {
    calls = newCalls;
  }

  private static Calls calls() {
    return Objects.requireNonNull(calls);
  }

  /** Ids, another one for each call, made beforehand. */
  @State(Scope.Thread)
  public static class Ids {

    private final String[] ids = new String[1024];
    private int next;

    /** JMH makes one for each thread. */
    public Ids() {
      for (int i = 0; i < ids.length; i++) {
        ids[i] = "file-20261120120000-" + (10_000 + i);
      }
    }

    String next() {
      return ids[next++ % ids.length];
    }
  }

  /** One delete. */
  @Benchmark
  public Object delete(Ids ids) throws Exception {
    return calls().delete(ids.next());
  }

  /** One retrieve. */
  @Benchmark
  public Object retrieve(Ids ids) throws Exception {
    return calls().retrieve(ids.next());
  }

  /** One list. */
  @Benchmark
  public Object list() throws Exception {
    return calls().list();
  }
}
