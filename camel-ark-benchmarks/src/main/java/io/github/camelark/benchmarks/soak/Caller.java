// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.IOException;
import java.time.Duration;

/** Makes calls, and holds what they bring against the server's record of them. Thread-safe. */
final class Caller {

  private final ArkRoutes routes;
  private final Records records;
  private final Reckoning reckoning;
  private final Tally tally;

  /**
   * @param responseTimeout that of the routes: a call that took as long may have lost an answer
   */
  Caller(ArkRoutes routes, Records records, Duration responseTimeout, Tally tally) {
    this.routes = routes;
    this.records = records;
    this.reckoning = new Reckoning(routes.maxTries(), responseTimeout);
    this.tally = tally;
  }

  void call(Call call) throws IOException {
    long begun = System.nanoTime();
    Outcome outcome = routes.call(call);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    CallRecord record = records.take(call.key());
    String complaint = reckoning.complaint(call, outcome, record, took);
    tally.add(outcome, record, reckoning.isSlow(took), complaint);
  }
}
