// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Uploads files to an account of each provider at the simulator, cleans it up, uploads a file to
 * each and asks a model about it, watches one of them while files come, and checks the result.
 */
final class SimulatedCleanUp {

  private static final Set<Step> LINES_KEPT =
      EnumSet.of(Step.ALREADY_GONE, Step.FAILED, Step.RESPONSE_DELETED, Step.CAME, Step.ANSWERED);

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
    out.println(
        "A simulated run: no key is read, nothing leaves this machine. Others: see --help.");
    out.println();
    ReportTable table = new ReportTable();
    List<String> surprises = new ArrayList<>();
    for (SampleAccount account : SampleAccount.ALL) {
      surprises.addAll(Expectation.differencesOfUpload(account, upload(account)));
      int before = requests(account);
      Counts counts = cleanUp(account);
      int requests = requests(account) - before;
      table.add(account.name(), counts, requests);
      List<SimulatedFile> left = simulator.files(account.provider());
      surprises.addAll(Expectation.differences(account, counts, requests, left));
    }
    for (SampleAccount account : SampleAccount.ALL) {
      int before = simulator.files(account.provider()).size();
      Counts asked = ask(account);
      int after = simulator.files(account.provider()).size();
      surprises.addAll(Expectation.differencesOfQuestion(account, asked, after - before));
    }
    Counts watched = watch(SampleAccount.ALL.get(0));
    surprises.addAll(Expectation.differencesOfWatch(watched));
    print(table, surprises);
    return surprises.isEmpty();
  }

  private void print(ReportTable table, List<String> surprises) {
    out.println();
    table.lines().forEach(out::println);
    out.println();
    if (surprises.isEmpty()) {
      out.println(
          "As expected: files older than 7 days and one model response per provider are gone,");
      out.println(
          "a model was asked about an uploaded file, which is gone too, and the watching route");
      out.println("received all files that were left or came meanwhile.");
    }
    surprises.forEach(out::println);
    out.flush();
  }

  private Counts upload(SampleAccount account) throws Exception {
    try (Progress progress = Progress.on(out, terminal, account.name(), LINES_KEPT)) {
      return SampleUpload.run(simulator, account, language, progress);
    }
  }

  private Counts cleanUp(SampleAccount account) throws Exception {
    try (Progress progress = Progress.on(out, terminal, account.name(), LINES_KEPT)) {
      return SampleRun.run(simulator, account, language, progress);
    }
  }

  private Counts ask(SampleAccount account) throws Exception {
    try (Progress progress = Progress.on(out, terminal, account.name(), LINES_KEPT)) {
      return SampleQuestion.run(simulator, account, language, progress);
    }
  }

  private Counts watch(SampleAccount account) throws Exception {
    try (Progress progress = Progress.on(out, terminal, account.name(), LINES_KEPT)) {
      return SampleWatch.run(simulator, account, language, progress);
    }
  }

  private int requests(SampleAccount account) {
    return (int)
        simulator.journal().stream()
            .filter(request -> request.provider() == account.provider())
            .count();
  }
}
