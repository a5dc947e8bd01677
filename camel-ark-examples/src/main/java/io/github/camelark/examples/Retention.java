// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.model.ArkFile;
import java.time.Clock;
import java.time.Duration;

/**
 * How long files are kept; the routes know it as the bean {@code retention}. Thread-safe.
 *
 * @param age the age from which on a file may go
 * @param clock what tells the time
 */
public record Retention(Duration age, Clock clock) {

  /** Whether the file is older; one whose age is not known is kept. */
  public boolean isOver(ArkFile file) {
    return file.createdAt() != null && file.createdAt().isBefore(clock.instant().minus(age));
  }
}
