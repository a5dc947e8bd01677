// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.util.Arrays;
import java.util.List;

/**
 * What a server has to say of itself.
 *
 * @param tooManyConnections how often a client had more connections open than it may
 * @param untakenRecords records of calls that nobody has asked for
 * @param filesCome how many files have come so far
 * @param filesGone how many of them have gone by themselves
 */
record ServerState(int tooManyConnections, int untakenRecords, int filesCome, int filesGone) {

  static ServerState fromLine(String line) {
    List<Integer> numbers = Arrays.stream(line.split(" ", -1)).map(Integer::valueOf).toList();
    return new ServerState(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
  }

  String toLine() {
    return tooManyConnections + " " + untakenRecords + " " + filesCome + " " + filesGone;
  }
}
