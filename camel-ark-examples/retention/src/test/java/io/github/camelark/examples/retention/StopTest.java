// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.examples.command.Service;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final Stop stop = new Stop();

  @Test
  void finishesWhatIsInFlightAndLeavesTheRest() throws Exception {
    simulator.addFiles(OPENAI, 201);
    stopAt(30, request -> request.method().equals("DELETE"));

    Report report = run(OPENAI);

    assertThat(report.endedEarly()).isEqualTo("enough for today");
    assertThat(report.exitCode()).isEqualTo(Report.ENDED_EARLY);
    assertThat(report.count(Outcome.DELETED)).isBetween(30L, 60L);
    assertThat(report.count(Outcome.DELETED) + report.count(Outcome.LEFT)).isEqualTo(200);
    assertThat(simulator.files(OPENAI)).hasSize(1 + (int) report.count(Outcome.LEFT));
  }

  @Test
  void deletesNothingBeforeTheListIsComplete() throws Exception {
    simulator.addFiles(ARK, 1_000);
    stopAt(2, request -> request.method().equals("GET"));

    Report report = run(ARK);

    assertThat(report.endedEarly()).isEqualTo("enough for today");
    assertThat(report.exitCode()).isEqualTo(Report.ENDED_EARLY);
    assertThat(report.kept()).isEmpty();
    // of ten pages
    assertThat(simulator.journal())
        .extracting(RecordedRequest::method)
        .containsExactly("GET", "GET");
  }

  /** The predicate sees each request before it is answered, and fits none. */
  private void stopAt(int number, Predicate<RecordedRequest> which) {
    AtomicInteger seen = new AtomicInteger();
    simulator.failNext(
        1,
        request -> {
          if (which.test(request) && seen.incrementAndGet() == number) {
            stop.request("enough for today");
          }
          return false;
        },
        SimulatedFault.status(500));
  }

  private Report run(SimulatedProvider provider) throws Exception {
    String name = provider.name().toLowerCase(Locale.ROOT);
    RetentionSettings settings =
        new RetentionSettings(
            name,
            PolicyFile.parse("policy.yaml", "rules: [{keepNewest: 1}]"),
            false,
            1000,
            folder,
            Clock.systemUTC());
    TooManyRequests tooManyRequests = new TooManyRequests();
    Retention retention =
        new Retention(
            settings,
            () -> Progress.lines(line -> {}, Duration.ofSeconds(5), tooManyRequests),
            tooManyRequests,
            stop);
    Service service =
        new Service(name, simulator.baseUrl(provider), simulator.apiKey(provider), null);
    try (RetentionRoutes routes =
        RetentionRoutes.start(service, 0, tooManyRequests, retention, false)) {
      return routes.run();
    }
  }
}
