// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which reply is next. Thread-safe. */
final class Script {

  private final List<ScriptedReply> replies;
  // By place, for the same reply may stand in a script more than once.
  private final BitSet given = new BitSet();

  Script(List<ScriptedReply> replies) {
    if (replies.isEmpty()) {
      throw new IllegalArgumentException("a script needs a reply");
    }
    this.replies = replies;
  }

  synchronized ScriptedReply next(ApiRequest request) {
    int[] fitting =
        IntStream.range(0, replies.size()).filter(i -> replies.get(i).fits(request)).toArray();
    if (fitting.length == 0) {
      return ScriptedReply.of(500, "no reply of the script fits " + request)
          .withHeader("Content-Type", "text/plain");
    }
    int last = fitting[fitting.length - 1];
    int next = Arrays.stream(fitting).filter(i -> !given.get(i)).findFirst().orElse(last);
    given.set(next);
    return replies.get(next);
  }
}
