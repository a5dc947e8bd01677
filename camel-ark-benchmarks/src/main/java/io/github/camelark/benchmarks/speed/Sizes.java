// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.Java;
import java.util.List;

/**
 * How much is measured.
 *
 * @param sliceMillis how long one stretch of calls takes
 * @param warmUpRounds the most rounds before the measured ones
 * @param generations how often all JVMs that make calls are started anew
 * @param rounds how often the variants take turns in a generation
 * @param bulkIds how many files are deleted as fast as possible
 * @param bulkWarmUps how often before that is measured
 * @param bulkPasses how often it is measured
 * @param pacedIds how many files are deleted at a limited rate
 * @param starts how often each variant is started
 * @param scanFiles how many files are listed
 * @param scanRounds how often
 * @param jvmOptions of all JVMs that make calls
 */
public record Sizes(
    int sliceMillis,
    int warmUpRounds,
    int generations,
    int rounds,
    int bulkIds,
    int bulkWarmUps,
    int bulkPasses,
    int pacedIds,
    int starts,
    int scanFiles,
    int scanRounds,
    List<String> jvmOptions) {

  private static final List<String> HEAP = List.of("-Xms256m", "-Xmx256m");

  /** For figures. */
  public static final Sizes FULL =
      new Sizes(300, 25, 3, 6, 10_000, 7, 5, 300, 7, 1_000_000, 1, HEAP);

  /** To see that everything works, with JVMs that start quickly. */
  public static final Sizes SHORT =
      new Sizes(
          20,
          0,
          1,
          1,
          400,
          1,
          1,
          25,
          1,
          20_000,
          1,
          List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

  Java java() {
    return Java.current(jvmOptions);
  }
}
