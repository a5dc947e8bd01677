// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static io.github.camelark.examples.retention.LiveRun.file;
import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {

  private static final String POLICY = "rules: [{name: old, olderThan: 7d}]";

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = EXTENSION.simulator();
  private LiveRun run;

  @BeforeEach
  void begin() {
    run = new LiveRun(simulator, ARK, folder);
  }

  @Test
  void theCsvHasARowForEachFile() throws IOException {
    run.add(file("old", 8), file("new", 1), file("bad", 9));
    failDeletionOf("bad");

    run.withPolicy(POLICY);

    assertThat(csv())
        .extracting(
            row -> row.get("outcome"),
            row -> row.get("id"),
            row -> row.get("filename"),
            row -> row.get("bytes"))
        .containsExactlyInAnyOrder(
            tuple("kept", "new", "new.pdf", "100"),
            tuple("deleted", "old", "old.pdf", "100"),
            tuple("failed", "bad", "bad.pdf", "100"));
    assertThat(row("new").get("reason")).isEqualTo("rule 'old': it is not older than 7d");
    assertThat(row("old").get("reason")).isEqualTo("rule 'old'");
    assertThat(row("old").get("request_id")).startsWith("simulated-");
    assertThat(Instant.parse(row("old").get("at"))).isBefore(Instant.now());
    assertThat(row("bad").get("reason")).contains("HTTP 400");
    assertThat(row("bad").get("request_id")).startsWith("simulated-");
  }

  @Test
  void theJsonSaysWhatHappened() throws IOException {
    run.add(file("old", 8), file("new", 1), file("bad", 9));
    failDeletionOf("bad");

    run.withPolicy(POLICY);

    JsonNode json = run.json();
    assertThat(json.get("provider").asText()).isEqualTo("ark");
    assertThat(json.get("policy").asText()).endsWith("policy.yaml");
    assertThat(json.get("rules").asText()).isEqualTo("all rules");
    assertThat(json.get("dryRun").asBoolean()).isFalse();
    assertThat(json.get("exitCode").asInt()).isEqualTo(1);
    assertThat(json.get("bytesFreed").asLong()).isEqualTo(100);
    assertThat(json.get("tooManyRequests").asLong()).isZero();
    assertThat(Instant.parse(json.get("startedAt").asText()))
        .isBeforeOrEqualTo(Instant.parse(json.get("endedAt").asText()));
    assertThat(json.at("/totals/deleted/files").asInt()).isEqualTo(1);
    assertThat(json.at("/totals/failed/files").asInt()).isEqualTo(1);
    assertThat(json.at("/totals/kept/bytes").asLong()).isEqualTo(100);
    assertThat(json.get("files")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x.example\")",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "\uFF1D1+1"
      })
  void aNameIsNoFormulaInTheCsv(String name) throws IOException {
    run.add(named("a", name));

    run.withPolicy(POLICY);

    String cell = row("a").get("filename");
    assertThat(cell).doesNotMatch("(?s)^\\s*[=+\\-@\uFF1D\t\r].*").doesNotContain("\t", "\r");
    assertThat(cell).endsWith(name.strip());
    assertThat(run.json().at("/files/0/file/name").asText()).isEqualTo(name);
  }

  @Test
  void anIdIsNotAFormulaEither() throws IOException {
    run.add(file("=1+1", 8));

    run.withPolicy(POLICY);

    assertThat(csv()).extracting(row -> row.get("id")).containsExactly("'=1+1");
    assertThat(run.left()).isEmpty();
  }

  @Test
  void aNameCannotMakeARowOfItsOwn() throws IOException {
    run.add(named("a", "x\",\"y;z\r\n\"deleted\",\"b"));

    run.withPolicy(POLICY);

    assertThat(run.report(".csv").lines()).hasSize(2);
    assertThat(row("a").get("filename")).isEqualTo("x\",\"y;z\\u000d\\u000a\"deleted\",\"b");
  }

  @Test
  void noControlCharacterReachesATerminal() throws IOException {
    run.add(named("a", "\u001b[2J\u009b2J\u202Egpj.pdf"));

    CommandResult result = run.withPolicy(POLICY, "--dry-run");

    assertThat(result.out() + result.err() + run.report(".csv") + run.report(".json"))
        .contains("\\u001b[2J\\u009b2J\\u202egpj.pdf")
        .doesNotContain("\u001b", "\u009b", "\u202e");
  }

  @Test
  void eachRunHasFilesOfItsOwn() throws IOException {
    run.add(file("old", 8));

    run.withPolicy(POLICY, "--dry-run");
    run.withPolicy(POLICY, "--dry-run");
    run.withPolicy(POLICY);

    try (Stream<Path> files = Files.list(run.reports())) {
      assertThat(files).hasSize(6).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }
  }

  @Test
  void theTableSaysHowMuchIsKeptAndWhy() throws IOException {
    run.add(file("old", 8), file("new", 1), file("newer", 0));

    CommandResult result = run.withPolicy(POLICY);

    assertThat(result.out().lines())
        .contains(
            "outcome             files       bytes",
            "deleted                 1       100 B",
            "already gone            0         0 B",
            "failed                  0         0 B",
            "kept                    2       200 B",
            "  of these              2       200 B  rule 'old': it is not older than 7d",
            "100 B freed.",
            "HTTP 429: 0");
  }

  @Test
  void theTableNamesTheFirstTwentyOnly() throws IOException {
    simulator.addFiles(ARK, 24);

    CommandResult result = run.withPolicy("rules: [{keepNewest: 1}]", "--dry-run");

    assertThat(result.out().lines().filter(line -> line.startsWith("would be deleted  file-")))
        .hasSize(20);
    assertThat(result.out()).contains("... and 3 more, see the reports");
  }

  private void failDeletionOf(String id) {
    simulator.failNext(
        1,
        request -> request.method().equals("DELETE") && request.path().endsWith("/" + id),
        SimulatedFault.status(400));
  }

  private static SimulatedFile named(String id, String name) {
    Instant createdAt = Instant.now().minus(Duration.ofDays(9));
    return SimulatedFile.named(name)
        .withId(id)
        .withCreatedAt(createdAt)
        .withExpireAt(Instant.now().plus(Duration.ofDays(1)));
  }

  private CSVRecord row(String id) throws IOException {
    return csv().stream().filter(row -> row.get("id").equals(id)).findFirst().orElseThrow();
  }

  private List<CSVRecord> csv() throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(run.report(".csv")))
        .getRecords();
  }
}
