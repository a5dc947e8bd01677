// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with the class path of this one, which does something whenever it is told to. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final Writer input;

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
    input = process.outputWriter();
  }

  /** The next line of its standard output. */
  String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the JVM ended without an answer");
    }
    return line;
  }

  /** Lets it scan once; it waits for a line on its standard input before each scan. */
  ScanResult scan() throws IOException {
    input.write("scan\n");
    input.flush();
    String line = line();
    while (!ScanResult.isLine(line)) {
      line = line();
    }
    return ScanResult.fromLine(line);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
