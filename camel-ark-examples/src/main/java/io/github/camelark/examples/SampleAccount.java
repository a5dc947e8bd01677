// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.ArkConstants;
import io.github.camelark.examples.command.Service;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's simulated account holds before the routes run: files that are up to 18 days
 * old.
 *
 * @param provider whose account it is
 * @param purposes what its files are for, in the provider's words
 * @param pageSize how many files come in one page, null where a list comes whole
 * @param apiVersion Azure's api-version, null elsewhere
 */
record SampleAccount(
    SimulatedProvider provider,
    List<String> purposes,
    @Nullable Integer pageSize,
    @Nullable String apiVersion) {

  static final List<SampleAccount> ALL =
      List.of(
          new SampleAccount(SimulatedProvider.ARK, List.of("user_data", "agent"), 10, null),
          // The stable versions of Azure OpenAI have no model responses, so it is a preview one.
          new SampleAccount(
              SimulatedProvider.AZURE,
              List.of("batch", "fine-tune", "assistants"),
              null,
              "2025-04-01-preview"),
          new SampleAccount(
              SimulatedProvider.OPENAI, List.of("user_data", "batch", "assistants"), 10, null));

  static final Duration RETENTION = Duration.ofDays(7);

  static final int FILES = 36;
  static final int NEW_FILES = 14;
  static final int OLD_FILES = FILES - NEW_FILES;

  private static final Duration AGE_OF_NEWEST = Duration.ofHours(1);
  private static final Duration BETWEEN_FILES = Duration.ofHours(12);

  private static final List<SimulatedFile> KINDS =
      List.of(
          SimulatedFile.named("report.pdf"),
          SimulatedFile.named("interview.mp4").withMimeType("video/mp4"),
          // Printed as it is, this name would write into the title of the terminal.
          SimulatedFile.named("scan \u001b]0;hello\u0007.png").withMimeType("image/png"),
          SimulatedFile.named("\u62a5\u544a.pdf"));

  /** The provider's name in URIs and tables. */
  String name() {
    return provider.name().toLowerCase(Locale.ROOT);
  }

  /** The id of a file, the newest is number 1. */
  static String fileId(int number) {
    return "file-%02d".formatted(number);
  }

  /** Stores the files. */
  void fill(ArkSimulator simulator) {
    Instant createdAt = Instant.now().minus(AGE_OF_NEWEST);
    for (int number = 1; number <= FILES; number++) {
      SimulatedFile kind = KINDS.get(number % KINDS.size());
      simulator.addFile(
          provider,
          kind.withId(fileId(number))
              .withPurpose(purposes.get(number % purposes.size()))
              .withBytes(1L << number)
              .withCreatedAt(createdAt)
              .withExpireAt(createdAt.plus(Duration.ofDays(30))));
      createdAt = createdAt.minus(BETWEEN_FILES);
    }
  }

  /** How to reach it, with the simulator's own key. */
  Service at(ArkSimulator simulator) {
    return new Service(name(), simulator.baseUrl(provider), simulator.apiKey(provider), apiVersion);
  }

  /** The headers of a message that asks for the list. */
  Map<String, Object> listOptions() {
    return pageSize == null ? Map.of() : Map.of(ArkConstants.LIMIT, pageSize);
  }

  /** How many requests it takes to walk the list. */
  int pages() {
    return pageSize == null ? 1 : (FILES + pageSize - 1) / pageSize;
  }
}
