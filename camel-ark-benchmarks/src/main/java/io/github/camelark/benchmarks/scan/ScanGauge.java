// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.scan;

import io.github.camelark.benchmarks.server.Counter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;

/** Counts the files of one scan after the other, and measures time and heap. */
final class ScanGauge {

  private final String baseUrl;
  private final int files;

  private long count;
  private long begun;
  private long measuringNanos;
  private long heapAtStart;
  private long heapInMiddle;

  /**
   * @param baseUrl of the list
   * @param files how many there are
   */
  ScanGauge(String baseUrl, int files) {
    this.baseUrl = baseUrl;
    this.files = files;
  }

  /** Waits until a scan is wanted; false if no more is wanted. */
  boolean awaitTurn() {
    try {
      int read = System.in.read();
      while (read >= 0 && read != '\n') {
        read = System.in.read();
      }
      return read >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void begin() {
    Counter.take(baseUrl);
    count = 0;
    heapInMiddle = 0;
    heapAtStart = usedBytes();
    measuringNanos = 0;
    begun = System.nanoTime();
  }

  void file() {
    if (++count == files / 2) {
      heapInMiddle = usedBytes();
    }
  }

  ScanResult end() {
    long nanos = System.nanoTime() - begun - measuringNanos;
    int requests = Counter.take(baseUrl);
    return new ScanResult(count, nanos, requests, heapAtStart, heapInMiddle, usedBytes());
  }

  /**
   * The bytes that are in use after a collection; the time that this takes is no part of a scan.
   */
  private long usedBytes() {
    long started = System.nanoTime();
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    measuringNanos += System.nanoTime() - started;
    return used;
  }
}
