// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command {@code camel run} that ran in a process of its own. It takes the component from a
 * local repository of its own, and fetches what else it needs, as it does for its users.
 *
 * @param loadedClasses what the JVM tells about them
 */
record EndedCommand(int exitCode, String output, List<String> loadedClasses) {

  /** Of the test, so that the user's own is neither read nor changed. */
  static final Path REPOSITORY = Path.of(System.getProperty("command.repository"));

  // The first one fetches a hundred files.
  private static final int PATIENCE_MINUTES = 5;

  /**
   * Runs it to its end.
   *
   * @param folder to start it in
   * @param environment the variables that it sees besides those of the test, keys excepted
   * @param arguments what comes after {@code camel run}
   */
  static EndedCommand run(Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path loadedClasses = folder.resolve("loaded-classes.txt");
    List<String> command = new ArrayList<>(commandLine(loadedClasses));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.endsWith("_API_KEY"));
    builder.environment().putAll(environment);

    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
          .as("the command has ended")
          .isTrue();
      return new EndedCommand(
          process.exitValue(), Files.readString(output), Files.readAllLines(loadedClasses));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The jar that a class was taken from. */
  Path sourceOf(String className) {
    return loadedClasses.stream()
        .filter(line -> line.contains(className + " source: file:"))
        .map(line -> Path.of(line.replaceFirst(".* source: file:", "")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(className + " was not loaded:\n" + output));
  }

  private static List<String> commandLine(Path loadedClasses) throws IOException {
    String classPath =
        Path.of("target", "classes").toAbsolutePath()
            + File.pathSeparator
            + Files.readString(Path.of(System.getProperty("command.class.path"))).strip();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-Dmaven.repo.local=" + REPOSITORY,
        "-Xlog:class+load:file=" + loadedClasses,
        "-cp",
        classPath,
        CamelCommand.class.getName(),
        "run",
        "--logging-color=false");
  }
}
