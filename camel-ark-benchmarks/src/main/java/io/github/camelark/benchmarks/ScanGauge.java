// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Counts the files of one scan after the other, and measures time and heap. */
final class ScanGauge {

  private final URI requests;
  private final int files;
  private final HeapGauge heap = new HeapGauge();

  private long count;
  private long begun;
  private long measuring;
  private long heapAtStart;
  private long heapInMiddle;

  /**
   * @param port of the page server
   * @param files how many there are
   */
  ScanGauge(int port, int files) {
    this.requests = URI.create("http://127.0.0.1:" + port + "/requests");
    this.files = files;
  }

  /** Waits until a scan is wanted; false if none is wanted any more. */
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
    countedRequests();
    count = 0;
    heapInMiddle = 0;
    heapAtStart = heap.usedBytes();
    measuring = heap.nanos();
    begun = System.nanoTime();
  }

  void file() {
    if (++count == files / 2) {
      heapInMiddle = heap.usedBytes();
    }
  }

  ScanResult end() {
    long nanos = System.nanoTime() - begun - (heap.nanos() - measuring);
    return new ScanResult(
        count, nanos, countedRequests(), heapAtStart, heapInMiddle, heap.usedBytes());
  }

  private int countedRequests() {
    try (InputStream answer = requests.toURL().openStream()) {
      return Integer.parseInt(new String(answer.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
