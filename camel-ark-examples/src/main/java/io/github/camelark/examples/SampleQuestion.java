// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.test.ArkSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Uploads a file to an account at the simulator, asks about it, and cleans up. */
final class SampleQuestion {

  static final String CONTENT = "Camels carry messages.";

  private static final int LONGEST_SECONDS = 60;

  private SampleQuestion() {}

  /** Returns what happened, after it was told to the watcher. */
  static Counts run(
      ArkSimulator simulator,
      SampleAccount account,
      RouteLanguage language,
      Consumer<Event> watcher)
      throws Exception {
    Path directory = Files.createTempDirectory("ask-about-file");
    try {
      return run(simulator, account, language, watcher, directory);
    } finally {
      delete(directory);
    }
  }

  /** The same with a directory of its own, which gets the folders inbox and answers. */
  static Counts run(
      ArkSimulator simulator,
      SampleAccount account,
      RouteLanguage language,
      Consumer<Event> watcher,
      Path directory)
      throws Exception {
    Path inbox = Files.createDirectory(directory.resolve("inbox"));
    Files.writeString(inbox.resolve("camels.txt"), CONTENT);
    CountDownLatch ended = new CountDownLatch(1);
    Consumer<Event> last =
        event -> {
          if (event.step() == Step.DELETED || event.step() == Step.FAILED) {
            ended.countDown();
          }
        };
    Tally tally = new Tally(watcher.andThen(last));
    Retention retention = new Retention(SampleAccount.RETENTION, Clock.systemUTC());
    try (RunningRoutes routes =
        RunningRoutes.start(
            account.at(simulator),
            language,
            retention,
            tally,
            EnumSet.of(ExampleRoute.ASK_ABOUT_FILE),
            Map.of(
                "inbox", directory.resolve("inbox").toString(),
                "answers", directory.resolve("answers").toString(),
                "purpose", account.purposes().get(0)))) {
      if (!ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing came within " + LONGEST_SECONDS + " seconds");
      }
    }
    return tally.counts();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      List<Path> deepestFirst = paths.sorted((one, other) -> other.compareTo(one)).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
