// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A main class in a JVM of its own, whose output goes to a file under target. */
public final class JavaProcess implements AutoCloseable {

  private final Process process;

  private JavaProcess(Process process) {
    this.process = process;
  }

  /** Starts a main class with these system properties and arguments. */
  public static JavaProcess start(
      Class<?> main, Map<String, String> properties, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    File output = new File("target/" + main.getSimpleName() + ".log");
    return new JavaProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
            .start());
  }

  /** Ends it as kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the process does not end");
    }
  }

  /** Ends with its parent, if it is called in a JVM that was started here. */
  public static void awaitParent() {
    ProcessHandle.current().parent().orElseThrow().onExit().join();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
