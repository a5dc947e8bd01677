// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.ArkConstants;
import io.github.camelark.test.ArkSimulator;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Lets the routes clean up an account at the simulator, beside another client. */
final class SampleRun {

  private static final Set<ExampleRoute> ROUTES =
      EnumSet.of(ExampleRoute.CLEAN_UP, ExampleRoute.DELETE_RESPONSE);

  private SampleRun() {}

  /** Returns what happened, after it was told to the watcher. */
  static Counts run(
      ArkSimulator simulator,
      SampleAccount account,
      RouteLanguage language,
      Consumer<Event> watcher)
      throws Exception {
    String response = simulator.addResponse(account.provider());
    Tally tally = new Tally(new AnotherClient(simulator, account.provider()).andThen(watcher));
    Retention retention = new Retention(SampleAccount.RETENTION, Clock.systemUTC());
    try (RunningRoutes routes =
        RunningRoutes.start(account.at(simulator), language, retention, tally, ROUTES)) {
      routes.send(ExampleRoute.CLEAN_UP, account.listOptions());
      routes.send(ExampleRoute.DELETE_RESPONSE, Map.of(ArkConstants.RESPONSE_ID, response));
    }
    return tally.counts();
  }
}
