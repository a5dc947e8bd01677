// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports an error in one line, and returns the exit code. */
public final class CommandErrors {

  private CommandErrors() {}

  /** Says what picocli refuses. */
  public static int wrongUsage(ParameterException exception, String[] arguments) {
    CommandLine commandLine = exception.getCommandLine();
    print(commandLine, exception.getMessage());
    commandLine.getErr().println("See --help.");
    return ExitCode.USAGE;
  }

  /**
   * A refusal by the component before any request, of a bad base URL for example, is wrong usage.
   */
  public static int failure(Exception exception, CommandLine commandLine, ParseResult parsed) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException) {
        print(commandLine, cause.getMessage());
        commandLine.getErr().println("See --help.");
        return ExitCode.USAGE;
      }
    }
    print(commandLine, exception.toString());
    return ExitCode.SOFTWARE;
  }

  private static void print(CommandLine commandLine, @Nullable String message) {
    String line = TerminalText.escape(message);
    commandLine.getErr().println(line.startsWith("Error: ") ? line : "Error: " + line);
  }
}
