// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What is there, and what became of it, for calls that are made once. All is drawn from the seed,
 * what is asked for and the number of the try, so that it does not matter in which order requests
 * come. Thread-safe.
 */
final class Account implements Records {

  private static final double MISSING_FROM_THE_START = 0.05;

  private final long seed;
  private final Map<String, Entry> entries = new HashMap<>();

  Account(long seed) {
    this.seed = seed;
  }

  /** A request has come: draws what happens to it, and does the work if there is to be any. */
  synchronized Turn receive(Request request) {
    Entry entry = entries.computeIfAbsent(request.key(), key -> new Entry(wasThere(key)));
    int number = entry.tries.size() + 1;
    SplittableRandom random = random(request.key(), number);
    Fault fault = Fault.draw(random);
    boolean found = entry.wasThere && !entry.gone;
    entry.tries.add(new Try(fault, found));
    entry.clientRequestIds.add(request.clientRequestId());
    if (fault.letsWork(random) && request.delete() && found) {
      entry.gone = true;
    }
    return new Turn(
        fault, SoakReply.to(request, fault, found), Outcome.requestId(request.key(), number));
  }

  @Override
  public synchronized CallRecord take(String key) {
    Entry entry = entries.remove(key);
    return entry == null
        ? CallRecord.empty(wasThere(key))
        : new CallRecord(entry.wasThere, entry.gone, entry.clientRequestIds, entry.tries);
  }

  /** How many records nobody has taken. */
  synchronized int size() {
    return entries.size();
  }

  private boolean wasThere(String key) {
    return SoakOperation.of(key) == SoakOperation.LIST_FILES
        || random(key, 0).nextDouble() >= MISSING_FROM_THE_START;
  }

  private SplittableRandom random(String key, int number) {
    return new SplittableRandom(seed * 31 * 31 + key.hashCode() * 31L + number);
  }

  private static final class Entry {

    private final boolean wasThere;
    private boolean gone;
    private final Set<String> clientRequestIds = new LinkedHashSet<>();
    private final List<Try> tries = new ArrayList<>();

    Entry(boolean wasThere) {
      this.wasThere = wasThere;
    }
  }
}
