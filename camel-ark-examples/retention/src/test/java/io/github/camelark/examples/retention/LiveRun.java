// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.examples.command.Provider;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A run of the command with {@code --live}, for which the simulator plays the real service.
 *
 * @param folder where the policy and the reports are
 */
record LiveRun(ArkSimulator simulator, SimulatedProvider provider, Path folder) {

  /** A file that was created so many days ago and does not expire. */
  static SimulatedFile file(String id, int days) {
    Instant createdAt = Instant.now().minus(Duration.ofDays(days));
    return SimulatedFile.named(id + ".pdf")
        .withId(id)
        .withBytes(100)
        .withCreatedAt(createdAt)
        .withExpireAt(Instant.now().plus(Duration.ofDays(30)));
  }

  /** Stores files. */
  void add(SimulatedFile... files) {
    for (SimulatedFile file : files) {
      simulator.addFile(provider, file);
    }
  }

  /** Runs the command without a limit of requests per second. */
  CommandResult withPolicy(String policy, String... more) throws IOException {
    return run(
        policy, Stream.concat(Stream.of("--requests-per-second=0"), Stream.of(more)).toList());
  }

  CommandResult run(String policy, List<String> more) throws IOException {
    List<String> arguments = arguments(policy);
    arguments.addAll(more);
    return CommandResult.run(environment(), arguments.toArray(String[]::new));
  }

  /** What the command line begins with. */
  List<String> arguments(String policy) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), policy);
    return new ArrayList<>(
        List.of(
            "--live",
            "--provider=" + provider.name(),
            "--base-url=" + simulator.baseUrl(provider),
            "--policy=" + file,
            "--report-dir=" + reports()));
  }

  Map<String, String> environment() {
    return Map.of(Provider.valueOf(provider.name()).keyVariable(), simulator.apiKey(provider));
  }

  Path reports() {
    return folder.resolve("reports");
  }

  /** The ids of the files that are there, oldest first. */
  List<String> left() {
    return simulator.files(provider).stream().map(SimulatedFile::id).toList();
  }

  /** The methods of the requests that reached the service. */
  List<String> sent() {
    return simulator.journal().stream().map(RecordedRequest::method).toList();
  }

  /** The text of the only report with this ending. */
  String report(String ending) throws IOException {
    try (Stream<Path> files = Files.list(reports())) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
      if (found.size() != 1) {
        throw new AssertionError("not one report " + ending + ": " + found);
      }
      return Files.readString(found.get(0));
    }
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(report(".json"));
  }

  /** The ids of the files in the JSON, by outcome. */
  Map<String, List<String>> outcomes() throws IOException {
    return StreamSupport.stream(json().get("files").spliterator(), false)
        .collect(
            groupingBy(
                entry -> entry.get("outcome").asText(),
                mapping(entry -> entry.at("/file/id").asText(), toList())));
  }
}
