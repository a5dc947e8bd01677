// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static java.util.Objects.requireNonNull;

import io.github.camelark.examples.command.CommandErrors;
import io.github.camelark.examples.command.EnvironmentKey;
import io.github.camelark.examples.command.Service;
import io.github.camelark.examples.command.VersionFile;
import io.github.camelark.test.ArkSimulator;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the examples. */
@Command(
    name = "clean-up",
    mixinStandardHelpOptions = true,
    versionProvider = VersionFile.class,
    sortOptions = false,
    usageHelpAutoWidth = false,
    description = {
      "Walks the files of an account, and deletes those that are older than 7 days, by Camel"
          + " routes with ark: endpoints.",
      "Without options it does so with a simulator of Volcengine Ark, Azure OpenAI and OpenAI,"
          + " reads no key and needs no network."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:something failed", "2:wrong usage"},
    footer = {
      "%nThrough Maven, in the root folder of the project:",
      "  mvn -q compile exec:java -pl camel-ark-examples -am -Dexec.args=\"--live\""
    })
final class CleanUpCommand implements Callable<Integer> {

  private final UnaryOperator<@Nullable String> environment;
  private final boolean terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Run the routes as written in java, yaml or xml. Default: java.")
  private RouteLanguage language = RouteLanguage.JAVA;

  @ArgGroup(exclusive = false, heading = "%nA real account:%n")
  private @Nullable LiveOptions live;

  private CleanUpCommand(UnaryOperator<@Nullable String> environment, boolean terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  /**
   * Makes the command line.
   *
   * @param environment returns the value of an environment variable, null if it is not set
   * @param terminal whether its output can be written over
   */
  static CommandLine commandLine(UnaryOperator<@Nullable String> environment, boolean terminal) {
    return new CommandLine(new CleanUpCommand(environment, terminal))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(CommandErrors::wrongUsage)
        .setExecutionExceptionHandler(CommandErrors::failure);
  }

  @Override
  public Integer call() throws Exception {
    return (live == null ? runSimulated() : runLive(live)) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean runSimulated() throws Exception {
    try (ArkSimulator simulator = ArkSimulator.start()) {
      return new SimulatedCleanUp(simulator, language, out(), terminal).run();
    }
  }

  private boolean runLive(LiveOptions options) throws Exception {
    String apiKey = EnvironmentKey.of(options.provider, environment, commandLine());
    Service service = new Service(options.provider.toString(), options.baseUrl, apiKey, null);
    return new LiveCleanUp(service, options, language, out(), terminal).run();
  }

  private PrintWriter out() {
    return commandLine().getOut();
  }

  private CommandLine commandLine() {
    return requireNonNull(spec, "spec").commandLine();
  }
}
