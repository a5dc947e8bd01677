// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.camelark.examples.command.AgeConverter;
import java.time.Duration;

/**
 * The age of a file.
 *
 * @param text as it was written, for example {@code 7d}
 * @param duration what it means
 */
record Age(String text, Duration duration) {

  /**
   * Reads an age as Camel reads durations, such as 7d, 36h or 1h30m.
   *
   * @throws RuntimeException if it is none, or zero
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Age parse(String text) {
    Duration duration = new AgeConverter().convert(text);
    if (duration.isZero()) {
      throw new IllegalArgumentException("every file is older than " + text);
    }
    return new Age(text, duration);
  }

  @Override
  public String toString() {
    return text;
  }
}
