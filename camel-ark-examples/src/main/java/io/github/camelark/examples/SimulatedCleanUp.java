// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.ArkConstants;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Cleans up an account of each provider at the simulator, and checks that it went as it should. */
final class SimulatedCleanUp {

  private static final Set<Step> LINES_KEPT =
      EnumSet.of(Step.ALREADY_GONE, Step.FAILED, Step.RESPONSE_DELETED);

  private final ArkSimulator simulator;
  private final RouteLanguage language;
  private final PrintWriter out;
  private final boolean terminal;

  SimulatedCleanUp(
      ArkSimulator simulator, RouteLanguage language, PrintWriter out, boolean terminal) {
    this.simulator = simulator;
    this.language = language;
    this.out = out;
    this.terminal = terminal;
  }

  /** Returns whether everything is as expected. */
  boolean run() throws Exception {
    out.println("A simulated run: no key is read, nothing leaves this machine. For others: --help");
    out.println();
    ReportTable table = new ReportTable();
    boolean asExpected = true;
    for (SampleAccount account : SampleAccount.ALL) {
      Counts counts = cleanUp(account);
      table.add(account.name(), counts, requests(account));
      asExpected &= counts.equals(expected()) && isClean(account);
    }
    out.println();
    table.lines().forEach(out::println);
    out.println();
    out.println(
        asExpected
            ? "As expected: files older than 7 days and one model response of each are gone."
            : "Not as expected: there should be " + expected() + ".");
    return asExpected;
  }

  private Counts cleanUp(SampleAccount account) throws Exception {
    account.fill(simulator);
    String response = simulator.addResponse(account.provider());
    try (Progress progress = Progress.on(out, terminal, account.name(), LINES_KEPT)) {
      Tally tally = new Tally(new AnotherClient(simulator, account.provider()).andThen(progress));
      run(account, response, tally);
      return tally.counts();
    }
  }

  private void run(SampleAccount account, String response, Tally tally) throws Exception {
    Retention retention = new Retention(SampleAccount.RETENTION, Clock.systemUTC());
    Set<ExampleRoute> wanted = EnumSet.of(ExampleRoute.CLEAN_UP, ExampleRoute.DELETE_RESPONSE);
    try (RunningRoutes routes =
        RunningRoutes.start(account.at(simulator), language, retention, tally, wanted)) {
      Map<String, Object> options = new HashMap<>();
      if (account.pageSize() != null) {
        options.put(ArkConstants.LIMIT, account.pageSize());
      }
      routes.send(ExampleRoute.CLEAN_UP, options);
      routes.send(ExampleRoute.DELETE_RESPONSE, Map.of(ArkConstants.RESPONSE_ID, response));
    }
  }

  static Counts expected() {
    return Counts.NONE
        .plus(Step.LISTED, SampleAccount.FILES)
        .plus(Step.RETRIEVED, SampleAccount.OLD_FILES - 1)
        .plus(Step.DELETED, SampleAccount.OLD_FILES - AnotherClient.FILES)
        .plus(Step.ALREADY_GONE, AnotherClient.FILES)
        .plus(Step.RESPONSE_DELETED, 1);
  }

  /** Whether the files that are left are the new ones, each of them. */
  private boolean isClean(SampleAccount account) {
    List<String> left =
        simulator.files(account.provider()).stream().map(SimulatedFile::id).sorted().toList();
    List<String> newest =
        IntStream.rangeClosed(1, SampleAccount.NEW_FILES).mapToObj(SampleAccount::fileId).toList();
    return left.equals(newest);
  }

  private int requests(SampleAccount account) {
    return (int)
        simulator.journal().stream()
            .filter(request -> request.provider() == account.provider())
            .count();
  }
}
