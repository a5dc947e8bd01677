// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that are still to come. Thread-safe. */
final class FaultQueue {

  private final List<Planned> planned = new ArrayList<>();

  private static final class Planned {

    private final Predicate<RecordedRequest> which;
    private final SimulatedFault fault;
    private int callsLeft;

    Planned(int calls, Predicate<RecordedRequest> which, SimulatedFault fault) {
      this.callsLeft = calls;
      this.which = which;
      this.fault = fault;
    }
  }

  synchronized void add(int calls, Predicate<RecordedRequest> which, SimulatedFault fault) {
    if (calls < 0) {
      throw new IllegalArgumentException("calls < 0: " + calls);
    }
    if (calls > 0) {
      planned.add(new Planned(calls, which, fault));
    }
  }

  /** Takes the earliest planned fault that fits the request; null if there is none. */
  synchronized @Nullable SimulatedFault take(RecordedRequest request) {
    for (Iterator<Planned> faults = planned.iterator(); faults.hasNext(); ) {
      Planned next = faults.next();
      if (next.which.test(request)) {
        next.callsLeft--;
        if (next.callsLeft == 0) {
          faults.remove();
        }
        return next.fault;
      }
    }
    return null;
  }

  synchronized void clear() {
    planned.clear();
  }
}
