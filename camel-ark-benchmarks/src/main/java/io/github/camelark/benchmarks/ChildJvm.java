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

/** A JVM that runs a class of this class path, and answers questions on its standard output. */
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final PrintWriter input;

  /** Starts it with the Java that runs this. */
  public ChildJvm(List<String> options, Class<?> main, List<String> arguments) throws IOException {
    this(Path.of(System.getProperty("java.home")), options, List.of(), main, arguments);
  }

  /**
   * Starts it; what it writes to its standard error appears on ours.
   *
   * @param home the folder of its Java
   * @param options of the JVM
   * @param libraries jars that come first on the class path
   */
  public ChildJvm(
      Path home, List<String> options, List<Path> libraries, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(options);
    command.add("-cp");
    command.add(
        Stream.concat(libraries.stream().map(Path::toString), Stream.of(classPath()))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(main.getName());
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    output = process.inputReader();
    input = new PrintWriter(process.outputWriter(), true);
  }

  /** The class path of this JVM: Surefire's own is a jar that names the real one. */
  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The next line of its standard output. */
  public String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the JVM ended without an answer");
    }
    return line;
  }

  /** Writes a line to its standard input, and returns the line that it answers with. */
  public String ask(String question) throws IOException {
    input.println(question);
    return line();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
