// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The open sockets of this process, where the system tells (Linux). Other files are not counted:
 * the JVM opens a jar when it first needs a class of it.
 */
final class OpenSockets {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private OpenSockets() {}

  static boolean areKnown() {
    return Files.isDirectory(OPEN_FILES);
  }

  /** Returns 0 where the system does not tell. */
  static int count() throws IOException {
    if (!areKnown()) {
      return 0;
    }
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(OPEN_FILES)) {
      for (Path file : files) {
        count += isSocket(file) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isSocket(Path file) throws IOException {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (NoSuchFileException e) {
      return false; // closed since it was listed
    }
  }
}
