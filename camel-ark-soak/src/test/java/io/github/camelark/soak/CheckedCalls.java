// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes calls, compares what they return with the server's record, and counts. Thread-safe. */
final class CheckedCalls {

  private static final int MAX_QUOTED = 20;

  private final SoakRoutes routes;
  private final Account account;
  private final CallCheck check;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final List<String> complaints = new ArrayList<>();
  private int complained;
  private int slow;

  /**
   * @param responseTimeout that of the routes: a call that took as long may have lost a reply
   */
  CheckedCalls(SoakRoutes routes, Account account, Duration responseTimeout) {
    this.routes = routes;
    this.account = account;
    this.check = new CallCheck(routes.maxAttempts(), responseTimeout);
  }

  /** Makes the call of this number, which must not have been made before. */
  void call(int number) {
    String key = SoakOperation.key(number);
    long begun = System.nanoTime();
    Outcome outcome = routes.call(key);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    CallRecord record = account.take(key);
    String complaint = check.complaint(key, outcome, record, took);
    synchronized (this) {
      outcomes.merge(outcome.what(), 1, Integer::sum);
      slow += check.isSlow(took) ? 1 : 0;
      record.attempts().forEach(attempt -> faults.add(attempt.fault()));
      if (complaint != null) {
        complain(complaint);
      }
    }
  }

  synchronized void complain(String complaint) {
    complained++;
    if (complaints.size() < MAX_QUOTED) {
      complaints.add(complaint);
    }
  }

  /** How often each outcome has occurred since the last call of this method. */
  synchronized Map<String, Integer> drain() {
    Map<String, Integer> drained = Map.copyOf(outcomes);
    outcomes.clear();
    return drained;
  }

  /** How many calls may have had a reply that came too late. */
  synchronized int slow() {
    return slow;
  }

  /** How the server has treated calls. */
  synchronized Set<Fault> faults() {
    return EnumSet.copyOf(faults);
  }

  /** The first complaints, and how many there are in all. */
  synchronized List<String> complaints() {
    List<String> all = new ArrayList<>(complaints);
    if (complained > complaints.size()) {
      all.add("and " + (complained - complaints.size()) + " more");
    }
    return all;
  }
}
