// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.examples.command.Provider;
import io.github.camelark.examples.command.Service;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the simulated account holds: files of up to a month ago, 30 GB in all.
 *
 * @param provider whose service
 * @param purposes what its files are for, in the provider's words
 */
record SampleAccount(Provider provider, List<String> purposes) {

  static final int FILES = 60;

  private static final Duration BETWEEN_FILES = Duration.ofHours(12);
  private static final long BYTES = 500_000_000;

  private static final List<String> NAMES =
      List.of(
          "report.pdf",
          "interview.mp4",
          "draft-7.pdf",
          // as it is, this name would be a formula in a spreadsheet
          "=HYPERLINK(\"http://evil.example\").pdf",
          // as it is, this name would write into the title of the terminal
          "scan \u001b]0;hello\u0007.png",
          "\u62a5\u544a.pdf",
          "upload.tmp");

  static SampleAccount of(Provider provider) {
    return new SampleAccount(
        provider,
        switch (provider) {
          case ARK -> List.of("user_data", "agent");
          case AZURE -> List.of("batch", "fine-tune", "assistants");
          case OPENAI -> List.of("user_data", "batch", "assistants");
        });
  }

  /** Stores the files, and returns how to reach them. */
  Service fill(ArkSimulator simulator) {
    SimulatedProvider simulated = SimulatedProvider.valueOf(provider.name());
    Instant createdAt = Instant.now().minus(Duration.ofMinutes(10));
    for (int number = 1; number <= FILES; number++) {
      simulator.addFile(simulated, file(number, createdAt));
      createdAt = createdAt.minus(BETWEEN_FILES);
    }
    // the answer to one deletion is lost: the second attempt finds the file gone
    simulator.failNext(
        1, request -> request.method().equals("DELETE"), SimulatedFault.executedThenReset());
    return new Service(
        provider.toString(), simulator.baseUrl(simulated), simulator.apiKey(simulated), null);
  }

  private SimulatedFile file(int number, Instant createdAt) {
    SimulatedFile file =
        SimulatedFile.named(NAMES.get(number % NAMES.size()))
            .withId("file-%02d".formatted(number))
            .withPurpose(purposes.get(number % purposes.size()))
            .withBytes(BYTES)
            .withCreatedAt(createdAt)
            .withExpireAt(createdAt.plus(Duration.ofDays(40)));
    return switch (number % 10) {
      case 1 -> file.withStatus("processing");
      case 5 -> file.withStatus("failed");
      default -> file;
    };
  }
}
