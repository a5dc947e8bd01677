// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** What a run of the command gave. */
record CommandResult(int exitCode, String out, String err) {

  /** Runs the command with nothing but these environment variables. */
  static CommandResult run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        CleanUpCommand.commandLine(environment::get, false)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int exitCode = commandLine.execute(arguments);
    return new CommandResult(exitCode, out.toString(), err.toString());
  }
}
