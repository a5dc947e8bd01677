// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is sent back for a request, and how. Immutable.
 *
 * @param headers found by a name in any case
 * @param body never changed
 * @param delay how long it is held back
 * @param duration over how long its body is sent
 * @param gzip whether the body is compressed on its way
 */
record SimulatedAnswer(
    int status,
    Map<String, String> headers,
    byte[] body,
    Ending ending,
    Duration delay,
    Duration duration,
    boolean gzip) {

  /** What happens to the connection. */
  enum Ending {
    /** The whole answer is sent. */
    WHOLE,
    /** The body ends early, then the connection is closed. */
    TRUNCATED,
    /** Nothing is sent; the connection is reset. */
    RESET,
    /** Nothing is sent; the connection is closed. */
    CLOSED
  }

  static SimulatedAnswer empty(int status) {
    return of(status, "", "");
  }

  static SimulatedAnswer nothing(Ending ending) {
    return empty(404).ending(ending);
  }

  static SimulatedAnswer json(int status, JsonText body) {
    return of(status, "application/json", body.toString());
  }

  static SimulatedAnswer of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(UTF_8));
  }

  static SimulatedAnswer of(int status, String contentType, byte[] body) {
    SimulatedAnswer answer =
        new SimulatedAnswer(
            status, Map.of(), body, Ending.WHOLE, Duration.ZERO, Duration.ZERO, false);
    return contentType.isEmpty() ? answer : answer.with("Content-Type", contentType);
  }

  /** Replaces a header of the same name. */
  SimulatedAnswer with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new SimulatedAnswer(
        status, Collections.unmodifiableMap(more), body, ending, delay, duration, gzip);
  }

  SimulatedAnswer withDefault(String name, String value) {
    return headers.containsKey(name) ? this : with(name, value);
  }

  SimulatedAnswer ending(Ending newEnding) {
    return new SimulatedAnswer(status, headers, body, newEnding, delay, duration, gzip);
  }

  SimulatedAnswer late(Duration newDelay) {
    return new SimulatedAnswer(status, headers, body, ending, newDelay, duration, gzip);
  }

  /** Sends the body in pieces, for so long. */
  SimulatedAnswer slow(Duration newDuration) {
    return new SimulatedAnswer(status, headers, body, ending, delay, newDuration, gzip);
  }

  /** Compresses the body, unless there is none or it has an encoding of its own. */
  SimulatedAnswer compressed() {
    return body.length == 0 || headers.containsKey("Content-Encoding")
        ? this
        : new SimulatedAnswer(
            status, with("Content-Encoding", "gzip").headers, body, ending, delay, duration, true);
  }

  /** Returns the status the client gets to see, 0 for none. */
  int sentStatus() {
    return ending == Ending.WHOLE || ending == Ending.TRUNCATED ? status : 0;
  }
}
