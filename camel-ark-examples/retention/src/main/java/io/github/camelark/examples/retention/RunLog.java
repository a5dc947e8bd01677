// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes so far: kept in memory for the end, and written at once, so that it is on record
 * whatever happens to this process. Thread-safe.
 */
final class RunLog {

  /** A service that refuses this many deletions in a row refuses all. */
  private static final int FAILURES_IN_A_ROW = 20;

  private final CsvReport csv;
  private final List<Entry> done = new ArrayList<>();
  private int failuresInARow;
  private @Nullable String failure;

  RunLog(CsvReport csv) {
    this.csv = csv;
  }

  /** A failure to write ends the run rather than this call: what is deleted is deleted. */
  synchronized void ended(Entry entry) {
    done.add(entry);
    failuresInARow = entry.outcome() == Outcome.FAILED ? failuresInARow + 1 : 0;
    if (failuresInARow == FAILURES_IN_A_ROW) {
      failed(FAILURES_IN_A_ROW + " deletions failed one after the other");
    }
    try {
      csv.add(entry);
      csv.flush();
    } catch (IOException e) {
      failed("the report cannot be written: " + e);
    }
  }

  /** Nothing more is to be deleted; the first reason holds. */
  synchronized void failed(String reason) {
    failure = failure == null ? reason : failure;
  }

  synchronized @Nullable String failure() {
    return failure;
  }

  synchronized List<Entry> done() {
    return List.copyOf(done);
  }
}
