// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the server knows of one call.
 *
 * @param wasThere whether that which was asked for was there before
 * @param isGone whether the server has deleted it
 * @param clientRequestIds what the requests called themselves
 * @param tries the requests that reached the server
 */
record CallRecord(boolean wasThere, boolean isGone, Set<String> clientRequestIds, List<Try> tries) {

  /** Of a call of which nothing reached the server. */
  static CallRecord empty(boolean wasThere) {
    return new CallRecord(wasThere, false, Set.of(), List.of());
  }

  static CallRecord fromLine(String line) {
    String[] parts = line.split(" ", -1);
    return new CallRecord(
        Boolean.parseBoolean(parts[0]),
        Boolean.parseBoolean(parts[1]),
        split(parts[2]).stream().collect(Collectors.toCollection(LinkedHashSet::new)),
        split(parts[3]).stream().map(Try::fromText).toList());
  }

  String toLine() {
    return String.join(
        " ",
        String.valueOf(wasThere),
        String.valueOf(isGone),
        String.join(",", clientRequestIds),
        tries.stream().map(Try::toText).collect(Collectors.joining(",")));
  }

  private static List<String> split(String list) {
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(",", -1));
  }
}
