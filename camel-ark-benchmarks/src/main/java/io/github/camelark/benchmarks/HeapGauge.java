// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.lang.management.ManagementFactory;

/** Measures what is left in the heap after a collection, and the time that this takes. */
public final class HeapGauge {

  private long nanos;

  /** The bytes that are in use once everything that nobody refers to is gone. */
  public long usedBytes() {
    long begun = System.nanoTime();
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    nanos += System.nanoTime() - begun;
    return used;
  }

  /** The time that measuring took so far: no part of a scan. */
  long nanos() {
    return nanos;
  }
}
