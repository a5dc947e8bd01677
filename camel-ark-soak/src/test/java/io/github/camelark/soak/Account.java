// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What is there, and what became of it, for calls that are made once. All is drawn from the seed,
 * what is asked for and the number of the attempt, so that it does not matter in which order
 * requests arrive. Thread-safe.
 */
final class Account {

  private static final double MISSING_FROM_THE_START = 0.05;

  private final long seed;
  private final Map<String, CallRecord> records = new HashMap<>();

  Account(long seed) {
    this.seed = seed;
  }

  /** A request has arrived: draws what happens to it, and does the work if there is to be any. */
  synchronized Reply receive(Request request) {
    String key = request.key();
    CallRecord record = records.getOrDefault(key, CallRecord.empty(wasThere(key)));
    int number = record.attempts().size() + 1;
    SplittableRandom random = random(key, number);
    Fault fault = Fault.draw(random);
    boolean found = record.found();
    boolean deleted = fault.letsWork(random) && request.delete() && found;
    records.put(key, record.with(new Attempt(fault, found), request.clientRequestId(), deleted));
    return Reply.to(request, Outcome.requestId(key, number), fault, found);
  }

  /** Takes the record of the call that asked for this; it is forgotten. */
  synchronized CallRecord take(String key) {
    CallRecord record = records.remove(key);
    return record == null ? CallRecord.empty(wasThere(key)) : record;
  }

  /** How many records were not taken. */
  synchronized int size() {
    return records.size();
  }

  private boolean wasThere(String key) {
    return SoakOperation.of(key) == SoakOperation.LIST_FILES
        || random(key, 0).nextDouble() >= MISSING_FROM_THE_START;
  }

  private SplittableRandom random(String key, int number) {
    return new SplittableRandom(seed * 31 * 31 + key.hashCode() * 31L + number);
  }
}
