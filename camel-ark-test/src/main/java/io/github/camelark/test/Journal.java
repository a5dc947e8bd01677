// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The requests in order of arrival. Thread-safe. */
final class Journal {

  // Longer than any test reads, and it keeps a simulator that runs for days within 100 MB or so.
  private static final int LARGEST = 100_000;

  private final Queue<Entry> entries = new ArrayDeque<>();

  /** A request that waits for its status. */
  static final class Entry {

    private final String head;
    private volatile RecordedRequest request;

    private Entry(RecordedRequest request, String head) {
      this.request = request;
      this.head = head;
    }

    void answered(int status) {
      request = request.answered(status);
    }
  }

  Entry add(RecordedRequest request) {
    return add(request, "");
  }

  /** Keeps the request with its head, which shows the keys. */
  synchronized Entry add(RecordedRequest request, String head) {
    if (entries.size() == LARGEST) {
      entries.remove();
    }
    Entry entry = new Entry(request, head);
    entries.add(entry);
    return entry;
  }

  synchronized List<RecordedRequest> requests() {
    return entries.stream().map(entry -> entry.request).toList();
  }

  synchronized List<String> heads() {
    return entries.stream().map(entry -> entry.head).toList();
  }

  synchronized void clear() {
    entries.clear();
  }
}
