// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import org.jspecify.annotations.Nullable;

/**
 * Makes a name that Camel's file component can write from one that somebody gave at upload: the
 * last part of the path, so that it cannot leave the directory, without control characters.
 */
final class PlainFileName {

  private PlainFileName() {}

  /** The name, or null if nothing is left of it. */
  static @Nullable String of(@Nullable String filename) {
    if (filename == null) {
      return null;
    }
    int lastSeparator = Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\'));
    String name = withoutControlCharacters(filename.substring(lastSeparator + 1));
    return name.isBlank() || name.equals(".") || name.equals("..") ? null : name;
  }

  private static String withoutControlCharacters(String name) {
    if (name.chars().noneMatch(Character::isISOControl)) {
      return name;
    }
    StringBuilder plain = new StringBuilder(name.length());
    name.chars().filter(c -> !Character.isISOControl(c)).forEach(c -> plain.append((char) c));
    return plain.toString();
  }
}
