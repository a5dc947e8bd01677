// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.util.List;

/**
 * How much is measured.
 *
 * @param sliceMillis how long one stretch of calls takes
 * @param warmUpRounds how many stretches of each kind of calls come before the measured ones
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
  private static final List<String> QUICK =
      List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final int SCAN_FILES = Integer.getInteger("scan.files", 1_000_000);
  private static final int SCAN_ROUNDS = Integer.getInteger("scan.rounds", 1);

  /** For figures. */
  public static final Sizes FULL =
      new Sizes(300, 20, 3, 6, 10_000, 7, 5, 300, 7, SCAN_FILES, SCAN_ROUNDS, HEAP);

  /** To see that everything works, with JVMs that start quickly. */
  public static final Sizes SHORT = new Sizes(20, 0, 1, 1, 400, 1, 1, 25, 1, 20_000, 1, QUICK);
}
