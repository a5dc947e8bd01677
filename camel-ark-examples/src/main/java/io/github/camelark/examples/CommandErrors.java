// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.model.RemoteText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line what is wrong, and gives the exit code. */
final class CommandErrors {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private CommandErrors() {}

  static int wrongUsage(ParameterException exception, String[] arguments) {
    CommandLine commandLine = exception.getCommandLine();
    print(commandLine, exception.getMessage());
    commandLine.getErr().println("See --help.");
    return WRONG_USAGE;
  }

  /** What the component refuses before any request, such as a bad base URL, was given wrongly. */
  static int failure(Exception exception, CommandLine commandLine, ParseResult parsed) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException) {
        print(commandLine, cause.getMessage());
        commandLine.getErr().println("See --help.");
        return WRONG_USAGE;
      }
    }
    print(commandLine, exception.toString());
    return FAILED;
  }

  private static void print(CommandLine commandLine, @Nullable String message) {
    commandLine.getErr().println("Error: " + RemoteText.escape(message));
  }
}
