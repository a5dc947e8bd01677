// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for programs, written file by file: it may be longer than fits into memory. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonReport(
    String provider,
    String policy,
    Rules rules,
    boolean dryRun,
    Instant startedAt,
    Instant endedAt,
    int exitCode,
    @Nullable String failure,
    @Nullable String endedEarly,
    long tooManyRequests,
    long bytesFreed,
    Map<Outcome, Total> totals,
    Iterable<Goal> goals,
    Iterable<Entry> files) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
          .disable(SerializationFeature.WRITE_ENUM_KEYS_USING_INDEX)
          // an ESC, or a mark that reverses the direction of text, must not reach a terminal
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
          .build();

  /** A number of files and their bytes. */
  record Total(long files, long bytes) {}

  /** What a rule with totalBelow wanted, and got. */
  record Goal(String rule, long totalBelow, long bytesBefore, long bytesAfter, boolean reached) {}

  static JsonReport of(Report report) {
    Map<Outcome, Total> totals = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      totals.put(outcome, new Total(report.count(outcome), report.bytes(outcome)));
    }
    return new JsonReport(
        report.provider(),
        report.policy(),
        report.rules(),
        report.dryRun(),
        report.startedAt(),
        report.endedAt(),
        report.exitCode(),
        report.failure(),
        report.endedEarly(),
        report.tooManyRequests(),
        report.bytes(Outcome.DELETED),
        totals,
        report.goals().stream().map(goal -> goal(report, goal)).toList(),
        () -> report.entries().iterator());
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  private static Goal goal(Report report, SpaceGoal goal) {
    return new Goal(
        goal.rule().name(),
        goal.limit(),
        goal.bytesBefore(),
        report.bytesLeft(goal),
        report.isReached(goal));
  }
}
