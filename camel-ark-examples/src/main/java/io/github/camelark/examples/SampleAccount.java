// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.ArkConstants;
import io.github.camelark.examples.command.Service;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * A provider's simulated account, and the files that are uploaded to it, which become up to 18 days
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

  static final Duration AGE_OF_NEWEST = Duration.ofHours(1);
  static final Duration BETWEEN_FILES = Duration.ofHours(12);

  private static final List<String> NAMES =
      List.of("report.pdf", "interview.mp4", "scan.png", "\u62a5\u544a.pdf");

  /** The provider's name in URIs and tables. */
  String name() {
    return provider.name().toLowerCase(Locale.ROOT);
  }

  /** The id that the simulator gives to a file, the newest is number 1. */
  static String fileId(int number) {
    return "file-%04d".formatted(number);
  }

  /** What a file contains. */
  static String content(int number) {
    return "Camels carry messages.\n".repeat(number);
  }

  /** The headers of a message that uploads a file: its name and purpose. */
  Map<String, Object> headers(int number) {
    return Map.of(
        Exchange.FILE_NAME, NAMES.get(number % NAMES.size()),
        ArkConstants.PURPOSE, purposes.get(number % purposes.size()));
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
