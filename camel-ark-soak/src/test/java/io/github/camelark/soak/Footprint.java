// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process holds.
 *
 * @param heapBytes in use after a collection
 * @param threads without those of the server
 * @param openFiles sockets among them; 0 where the system does not tell
 */
record Footprint(long heapBytes, int threads, int openFiles) {

  /** The threads of the server, which has one for each connection. */
  private static final String SERVER = "scripted-server";

  /** The files are counted first: a collection closes sockets that were forgotten. */
  static Footprint take() {
    int openFiles =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
            ? (int) system.getOpenFileDescriptorCount()
            : 0;
    int threads =
        (int)
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals(SERVER))
                .count();
    System.gc();
    long heapBytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Footprint(heapBytes, threads, openFiles);
  }
}
