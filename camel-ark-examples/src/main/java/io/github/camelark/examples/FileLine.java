// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.examples.command.TerminalText;
import io.github.camelark.model.ArkFile;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a file as one line that is safe to print, whatever characters its name has. */
final class FileLine {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private FileLine() {}

  /** Id, name, purpose, status, size and time of creation, as far as the service tells them. */
  static String of(ArkFile file) {
    return Stream.of(
            file.id(),
            file.filename(),
            file.purpose(),
            file.status(),
            file.bytes() == null ? null : size(file.bytes()),
            file.createdAt())
        .filter(Objects::nonNull)
        .map(part -> TerminalText.escape(part.toString()))
        .collect(Collectors.joining("  "));
  }

  private static String size(long bytes) {
    long amount = bytes;
    int unit = 0;
    while (amount >= 10_000 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    return amount + " " + UNITS[unit];
  }
}
