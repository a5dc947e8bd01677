// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.examples.command.Terminal;

/** Runs the examples from the command line: {@code --help} says how. */
public final class CleanUpMain {

  private CleanUpMain() {}

  /** Ends the program with an exit code if it is not 0. */
  public static void main(String[] arguments) {
    int exitCode =
        CleanUpCommand.commandLine(System::getenv, Terminal.isPresent()).execute(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
