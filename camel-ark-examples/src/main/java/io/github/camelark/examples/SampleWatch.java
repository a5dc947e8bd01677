// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Watches an account at the simulator while files are uploaded, until all of them came. */
final class SampleWatch implements Consumer<Event> {

  static final int UPLOADS = 3;

  private static final int LONGEST_SECONDS = 60;

  private final ArkSimulator simulator;
  private final SampleAccount account;
  private final int filesBefore;
  private final CountDownLatch allCame;

  private SampleWatch(ArkSimulator simulator, SampleAccount account) {
    this.simulator = simulator;
    this.account = account;
    this.filesBefore = simulator.files(account.provider()).size();
    this.allCame = new CountDownLatch(filesBefore + UPLOADS);
  }

  /** Returns what came, after it was told to the watcher. */
  static Counts run(
      ArkSimulator simulator,
      SampleAccount account,
      RouteLanguage language,
      Consumer<Event> watcher)
      throws Exception {
    SampleWatch watch = new SampleWatch(simulator, account);
    Tally tally = new Tally(watcher.andThen(watch));
    Retention retention = new Retention(SampleAccount.RETENTION, Clock.systemUTC());
    try (RunningRoutes routes =
        RunningRoutes.start(
            account.at(simulator),
            language,
            retention,
            tally,
            EnumSet.of(ExampleRoute.WATCH_FILES))) {
      watch.awaitAll();
    }
    return tally.counts();
  }

  /** When all that was there has come, new files are uploaded. */
  @Override
  public void accept(Event event) {
    allCame.countDown();
    if (event.counts().of(Step.CAME) == filesBefore) {
      for (int number = 1; number <= UPLOADS; number++) {
        simulator.addFile(
            account.provider(),
            SimulatedFile.named("new-%d.pdf".formatted(number))
                .withId("file-new-%d".formatted(number))
                .withPurpose(account.purposes().get(0)));
      }
    }
  }

  private void awaitAll() throws InterruptedException {
    if (!allCame.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          allCame.getCount() + " files did not come within " + LONGEST_SECONDS + " seconds");
    }
  }
}
