// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.time.Duration;
import java.util.List;

/**
 * How long and how hard.
 *
 * @param duration of the load
 * @param sampling the time between two samples
 * @param callsPerSecond how many calls begin per second, or fewer if the machine is too slow
 * @param fileInterval how long until the next file comes for the consumer
 * @param fileLife how long such a file is there
 */
record SoakPlan(
    Duration duration,
    Duration sampling,
    int callsPerSecond,
    Duration fileInterval,
    Duration fileLife) {

  static final long SEED = 20_261_120;
  static final int CALLERS = 8;
  static final int MAX_CONNECTIONS = 4;
  static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(2);

  /** A sample a minute, and 300 files at once that are there for a minute. */
  static SoakPlan of(Duration duration, int callsPerSecond) {
    return new SoakPlan(
        duration,
        Duration.ofMinutes(1),
        callsPerSecond,
        Duration.ofMillis(200),
        Duration.ofMinutes(1));
  }

  /** Often enough that no file goes unseen though many polls fail. */
  Duration pollDelay() {
    return fileLife.dividedBy(60);
  }

  /** More than are there at once; soon full, so that it does not look like a leak. */
  int remembered() {
    return (int) fileLife.dividedBy(fileInterval) * 3 / 2;
  }

  List<String> serverArguments() {
    return List.of(
        String.valueOf(SEED),
        String.valueOf(MAX_CONNECTIONS),
        String.valueOf(fileInterval.toMillis()),
        String.valueOf(fileLife.toMillis()));
  }
}
