// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static java.util.Objects.requireNonNull;

import io.github.camelark.examples.command.CommandErrors;
import io.github.camelark.examples.command.EnvironmentKey;
import io.github.camelark.examples.command.Provider;
import io.github.camelark.examples.command.Service;
import io.github.camelark.examples.command.VersionFile;
import io.github.camelark.test.ArkSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    versionProvider = VersionFile.class,
    sortOptions = false,
    usageHelpAutoWidth = false,
    description = {
      "Deletes the files of an account that a policy allows to go, and reports each one.",
      "Without --live it does so with a simulator that it fills with files, reads no key and needs"
          + " no network."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything that the policy deletes is gone; for a dry run: a plan was made",
      "1:something failed",
      "2:wrong usage, or a refused policy; nothing was sent",
      "3:ended early, by --max-deletions or a signal: files to delete are left",
      "4:more is left than totalBelow allows, but the policy keeps it",
      "130, 143:ended by SIGINT or SIGTERM, with a report"
    },
    footer = {
      "%nThrough Maven, in the root folder of the project:",
      "  mvn -q compile exec:java -pl camel-ark-examples/retention -am -Dexec.args=\"--dry-run\""
    })
final class RetentionCommand implements Callable<Integer> {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  /** Longer than callTimeout, within which calls in flight end. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(150);

  private final UnaryOperator<@Nullable String> environment;
  private final boolean terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "What may be deleted, in YAML. Required with --live; without it: an example.")
  private @Nullable Path policyFile;

  @Option(
      names = "--dry-run",
      description = "Show and report what would be deleted, and delete nothing.")
  private boolean dryRun;

  @Option(
      names = "--max-deletions",
      paramLabel = "N",
      defaultValue = "1000",
      description = "End the run after this many deletions. Default: ${DEFAULT-VALUE}.")
  private int maxDeletions;

  @Option(
      names = "--report-dir",
      paramLabel = "FOLDER",
      defaultValue = "target/retention-reports",
      description = "Where the JSON and the CSV go. Default: ${DEFAULT-VALUE}.")
  private Path reportFolder = Path.of("");

  @Option(
      names = "--quota-event",
      paramLabel = "FILE",
      description =
          "Run only if this event, in JSON, says that the storage is full, and then only the rules"
              + " with totalBelow.")
  private @Nullable Path quotaEvent;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      defaultValue = "ark",
      description = "Whose service: ark, azure or openai. Default: ${DEFAULT-VALUE}.")
  private Provider provider = Provider.ARK;

  @Option(
      names = "--requests-per-second",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "The most requests of a kind in a second; less if others use the key too. 0 is no limit."
              + " Default: ${DEFAULT-VALUE}.")
  private double requestsPerSecond;

  @ArgGroup(exclusive = false, heading = "%nA real account:%n")
  private @Nullable LiveOptions live;

  private RetentionCommand(UnaryOperator<@Nullable String> environment, boolean terminal) {
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
    return new CommandLine(new RetentionCommand(environment, terminal))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(CommandErrors::wrongUsage)
        .setExecutionExceptionHandler(CommandErrors::failure);
  }

  @Override
  public Integer call() throws Exception {
    if (maxDeletions < 1 || !(requestsPerSecond >= 0)) {
      throw usage("--max-deletions must be 1 or more, --requests-per-second 0 or more");
    }
    if (live != null) {
      String apiKey = EnvironmentKey.of(provider, environment, commandLine());
      return run(new Service(provider.toString(), live.baseUrl, apiKey, null));
    }
    try (ArkSimulator simulator = ArkSimulator.builder().requestsPerSecond(20).build()) {
      out().println("A simulated run: no key is read, nothing leaves this machine. See --help.");
      return run(SampleAccount.of(provider).fill(simulator));
    }
  }

  private int run(Service service) throws Exception {
    RetentionSettings settings =
        new RetentionSettings(
            service.provider(), policy(), dryRun, maxDeletions, reportFolder, Clock.systemUTC());
    TooManyRequests tooManyRequests = new TooManyRequests();
    Stop stop = new Stop();
    Retention retention =
        new Retention(settings, () -> progress(tooManyRequests), tooManyRequests, stop);
    try (StopOnSignal signal = StopOnSignal.register(stop, LONGEST_STOP);
        RetentionRoutes routes =
            RetentionRoutes.start(service, requestsPerSecond, tooManyRequests, retention, dryRun)) {
      Report report =
          quotaEvent == null
              ? routes.run()
              : routes.quotaExceeded(Files.readString(quotaEvent, StandardCharsets.UTF_8));
      return show(report);
    }
  }

  private int show(@Nullable Report report) {
    if (report == null) {
      out().println("The event is no reason to delete: it does not say that the storage is full.");
      return Report.COMPLETE;
    }
    ReportTable.lines(report).forEach(out()::println);
    out().flush();
    return report.exitCode();
  }

  private Policy policy() throws IOException {
    if (policyFile != null) {
      return PolicyFile.read(policyFile);
    }
    if (live != null) {
      throw usage("--live needs a policy: --policy=FILE");
    }
    return PolicyFile.example();
  }

  private Progress progress(TooManyRequests tooManyRequests) {
    return terminal
        ? Progress.bar(System.err, tooManyRequests)
        : Progress.lines(err()::println, BETWEEN_LINES, tooManyRequests);
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandLine(), message);
  }

  private PrintWriter out() {
    return commandLine().getOut();
  }

  private PrintWriter err() {
    return commandLine().getErr();
  }

  private CommandLine commandLine() {
    return requireNonNull(spec, "spec").commandLine();
  }
}
