// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.camelark.benchmarks.HeapGauge;
import java.lang.management.ManagementFactory;

/**
 * What this process holds.
 *
 * @param heapBytes in use after a collection
 * @param openFiles sockets among them; 0 where the system does not tell
 */
record Footprint(long heapBytes, int threads, int openFiles) {

  /** The files are counted first: a collection closes sockets that were forgotten. */
  static Footprint take() {
    int openFiles = countOpenFiles();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    return new Footprint(new HeapGauge().usedBytes(), threads, openFiles);
  }

  private static int countOpenFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? (int) system.getOpenFileDescriptorCount()
        : 0;
  }
}
