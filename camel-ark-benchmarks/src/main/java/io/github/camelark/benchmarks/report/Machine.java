// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the figures were measured on. Names neither the machine nor a folder of it. */
final class Machine {

  private static final Path CPU = Path.of("/proc/cpuinfo");

  private Machine() {}

  static List<String> lines() {
    return List.of(
        "CPU: %s, %d cores".formatted(cpu(), Runtime.getRuntime().availableProcessors()),
        "operating system: %s %s"
            .formatted(
                System.getProperty("os.name"), mainVersion(System.getProperty("os.version"))),
        "JDK: %s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()));
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  /** Two numbers: what follows them is the maker's. */
  private static String mainVersion(String version) {
    return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }
}
