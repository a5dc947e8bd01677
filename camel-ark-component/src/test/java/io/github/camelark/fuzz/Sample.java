// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** The time and memory that one piece of work took. */
record Sample(
    String what, long bytes, Object input, Callable<?> work, long nanos, long allocatedBytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TRIES = 5;
  private static final int MOST_SHOWN = 250;

  /** A piece of work with its sample. */
  record Done<T>(T result, Sample sample) {}

  static <T> Done<T> take(String what, long bytes, Object input, Callable<T> work)
      throws Exception {
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    T result = work.call();
    long nanos = System.nanoTime() - start;
    allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    return new Done<>(result, new Sample(what, bytes, input, work, nanos, allocated));
  }

  /** The same work done again and again, at its best: without the compiler and other guests. */
  Sample again() throws Exception {
    Sample best = this;
    for (int i = 0; i < TRIES; i++) {
      Sample next = take(what, bytes, input, work).sample();
      best =
          new Sample(
              what,
              bytes,
              input,
              work,
              Math.min(best.nanos, next.nanos),
              Math.min(best.allocatedBytes, next.allocatedBytes));
    }
    return best;
  }

  double nanosPerByte() {
    return (double) nanos / Math.max(1, bytes);
  }

  double allocatedPerByte() {
    return (double) allocatedBytes / Math.max(1, bytes);
  }

  @Override
  public String toString() {
    String text = what + " of " + input;
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
  }
}
