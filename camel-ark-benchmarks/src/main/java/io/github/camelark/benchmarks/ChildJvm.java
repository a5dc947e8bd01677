// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with the class path of this one. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  ChildJvm(Class<?> main, String heap, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                // Surefire's own class path is a jar that names the real one.
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    output = process.inputReader();
  }

  /** The next line of its standard output. */
  String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the JVM ended without an answer");
    }
    return line;
  }

  /** Waits for its end, and gives the results that it printed. */
  List<ScanResult> results() throws IOException, InterruptedException {
    List<ScanResult> results =
        output.lines().filter(ScanResult::isLine).map(ScanResult::fromLine).toList();
    if (process.waitFor() != 0) {
      throw new IOException("the JVM ended with exit code " + process.exitValue());
    }
    return results;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
