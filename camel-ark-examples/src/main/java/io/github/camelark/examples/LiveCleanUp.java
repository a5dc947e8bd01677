// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.ArkConstants;
import io.github.camelark.examples.command.Service;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;

/** Lists a real account, or cleans it up. */
final class LiveCleanUp {

  private final Service service;
  private final LiveOptions options;
  private final RouteLanguage language;
  private final PrintWriter out;
  private final boolean terminal;

  LiveCleanUp(
      Service service,
      LiveOptions options,
      RouteLanguage language,
      PrintWriter out,
      boolean terminal) {
    this.service = service;
    this.options = options;
    this.language = language;
    this.out = out;
    this.terminal = terminal;
  }

  /** Returns whether nothing failed. */
  boolean run() throws Exception {
    Counts counts = runRoute();
    ReportTable table = new ReportTable();
    table.add(service.provider(), counts, null);
    out.println();
    table.lines().forEach(out::println);
    if (options.isDryRun()) {
      out.println();
      out.println("A dry run: " + counts.of(Step.DUE) + " would be deleted, nothing was.");
    }
    return counts.of(Step.FAILED) == 0;
  }

  private Counts runRoute() throws Exception {
    Retention retention = new Retention(options.olderThan, Clock.systemUTC());
    ExampleRoute route = options.route();
    try (Progress progress = Progress.on(out, terminal, service.provider(), options.linesKept())) {
      Tally tally = new Tally(progress);
      try (RunningRoutes routes =
          RunningRoutes.start(service, language, retention, tally, EnumSet.of(route))) {
        routes.send(
            route,
            options.purpose == null ? Map.of() : Map.of(ArkConstants.PURPOSE, options.purpose));
      }
      return tally.counts();
    }
  }
}
