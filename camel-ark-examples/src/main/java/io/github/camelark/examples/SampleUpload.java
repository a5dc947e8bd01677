// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.examples.command.Service;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Uploads the files of an account to the simulator, and makes them as old as they are to be: what a
 * service stores is new.
 */
final class SampleUpload {

  private SampleUpload() {}

  /** Returns what happened, after it was told to the watcher. */
  static Counts run(
      ArkSimulator simulator,
      SampleAccount account,
      RouteLanguage language,
      Consumer<Event> watcher)
      throws Exception {
    Tally tally = new Tally(watcher);
    Retention retention = new Retention(SampleAccount.RETENTION, Clock.systemUTC());
    Service service = account.at(simulator);
    try (RunningRoutes routes =
        RunningRoutes.start(
            service, language, retention, tally, EnumSet.of(ExampleRoute.UPLOAD_FILE))) {
      for (int number = 1; number <= SampleAccount.FILES; number++) {
        routes.send(
            ExampleRoute.UPLOAD_FILE, SampleAccount.content(number), account.headers(number));
      }
    }
    age(simulator, account);
    return tally.counts();
  }

  /** The file that was uploaded first becomes the newest. */
  private static void age(ArkSimulator simulator, SampleAccount account) {
    Instant createdAt = Instant.now().minus(SampleAccount.AGE_OF_NEWEST);
    List<SimulatedFile> files = simulator.files(account.provider());
    for (SimulatedFile file : files) {
      simulator.setCreatedAt(account.provider(), file.id(), createdAt);
      createdAt = createdAt.minus(SampleAccount.BETWEEN_FILES);
    }
  }
}
