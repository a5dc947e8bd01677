// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM with the class path of this one. */
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final PrintWriter input;

  /** Starts it with so much heap. */
  public ChildJvm(Class<?> main, String heap, List<String> arguments) throws IOException {
    this(Java.current(List.of("-Xmx" + heap)), main, arguments);
  }

  /** Starts it; what it writes to its standard error appears on ours. */
  public ChildJvm(Java java, Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java.home().resolve("bin").resolve("java").toString());
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(java.options());
    command.addAll(List.of("-cp", classPath(java), main.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    output = process.inputReader();
    input = new PrintWriter(process.outputWriter(), true);
  }

  private static String classPath(Java java) {
    // Surefire's own class path is a jar that names the real one.
    String ours =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.concat(java.libraries().stream().map(Path::toString), Stream.of(ours))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The next line of its standard output. */
  public String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the JVM ended without an answer");
    }
    return line;
  }

  /** Writes a line to its standard input, and gives the line that it answers with. */
  public String ask(String question) throws IOException {
    input.println(question);
    return line();
  }

  /** Lets it scan once; it waits for a line on its standard input before each scan. */
  ScanResult scan() throws IOException {
    String line = ask("scan");
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
