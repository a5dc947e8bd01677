// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final List<KnownFile> files = new ArrayList<>();

  @Test
  void aFileOfExactlyTheAgeStays() {
    file("old", 7, f -> f.at(NOW.minus(Duration.ofDays(7)).minusSeconds(1)));
    file("exact", 7);

    Plan plan = plan("rules: [{olderThan: 7d}]");

    assertThat(wanted(plan)).containsExactly("old");
    assertThat(kept(plan))
        .containsExactly(entry("exact", "rule 'rules[0]': it is not older than 7d"));
  }

  @Test
  void theOldestGoFirst() {
    file("b", 2);
    file("c", 1);
    file("a", 3);

    assertThat(wanted(plan("rules: [{olderThan: 1h}]"))).containsExactly("a", "b", "c");
  }

  @Test
  void aFileMustMeetEveryConditionOfARule() {
    file("all", 9, f -> f.named("a.tmp").of("batch").in("failed"));
    file("young", 1, f -> f.named("a.tmp").of("batch").in("failed"));
    file("named", 9, f -> f.named("a.pdf").of("batch").in("failed"));
    file("purpose", 9, f -> f.named("a.tmp").of("agent").in("failed"));
    file("status", 9, f -> f.named("a.tmp").of("batch").in("active"));

    Plan plan = plan("rules: [{olderThan: 7d, filename: '*.tmp', purpose: batch, status: failed}]");

    assertThat(wanted(plan)).containsExactly("all");
    assertThat(kept(plan))
        .containsEntry("young", "rule 'rules[0]': it is not older than 7d")
        .containsEntry("named", "no rule covers it")
        .containsEntry("purpose", "no rule covers it")
        .containsEntry("status", "no rule covers it");
  }

  @Test
  void oneRuleIsEnough() {
    file("a", 9, f -> f.named("a.tmp"));
    file("b", 1, f -> f.in("failed"));
    file("c", 9);

    assertThat(wanted(plan("rules: [{filename: '*.tmp'}, {status: failed}]")))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "*.tmp, a.tmp, true",
    "*.tmp, .tmp, true",
    "*.tmp, folder/a.tmp, true",
    "*.tmp, a.TMP, false",
    "*.tmp, a.tmp.pdf, false",
    "draft-?.pdf, draft-1.pdf, true",
    "draft-?.pdf, draft-12.pdf, false",
    "a.b, axb, false",
    "a+b, aab, false",
    "报*, 报告.pdf, true"
  })
  void aFilenameIsAGlob(String glob, String name, boolean matches) {
    file("a", 9, f -> f.named(name));

    assertThat(wanted(plan("rules: [{filename: '" + glob + "'}]"))).hasSize(matches ? 1 : 0);
  }

  @Test
  void aFileWithoutANameMatchesNoGlob() {
    file("a", 9, f -> f.named(null));

    assertThat(wanted(plan("rules: [{filename: 'a*'}]"))).isEmpty();
  }

  @Test
  void keepsTheNewestFilesOfARule() {
    file("1", 1, f -> f.named("x.pdf"));
    file("2", 2, f -> f.named("x.tmp"));
    file("3", 3, f -> f.named("x.tmp"));
    file("4", 4, f -> f.named("x.tmp"));

    Plan plan = plan("rules: [{filename: '*.tmp', keepNewest: 2}]");

    assertThat(wanted(plan)).containsExactly("4");
    assertThat(kept(plan))
        .containsEntry("3", "rule 'rules[0]': it is among the newest 2")
        .containsEntry("2", "rule 'rules[0]': it is among the newest 2")
        .containsEntry("1", "no rule covers it");
  }

  @Test
  void keepsTheNewestHoweverOldTheyAre() {
    file("1", 10);
    file("2", 20);
    file("3", 30);

    assertThat(wanted(plan("rules: [{olderThan: 7d, keepNewest: 2}]"))).containsExactly("3");
  }

  @Test
  void whatOneRuleProtectsNoOtherDeletes() {
    file("1", 10, f -> f.of("batch").in("failed").size(100));
    file("2", 20, f -> f.of("batch").in("failed").size(100));

    Plan plan =
        plan("rules: [{status: failed}, {purpose: batch, keepNewest: 1}, {totalBelow: 1B}]");

    assertThat(wanted(plan)).containsExactly("2");
    assertThat(kept(plan)).containsEntry("1", "rule 'rules[1]': it is among the newest 1");
  }

  @Test
  void filesOfTheSameSecondAreRankedByTheirId() {
    file("b", 5);
    file("a", 5);
    file("c", 5);

    assertThat(wanted(plan("rules: [{keepNewest: 2}]"))).containsExactly("a");
  }

  @Test
  void freesSpaceOldestFirstUntilTheTotalIsBelow() {
    file("1", 1, f -> f.size(100));
    file("2", 2, f -> f.size(100));
    file("3", 3, f -> f.size(100));
    file("4", 4, f -> f.size(100));

    Plan plan = plan("rules: [{totalBelow: 300B}]");

    assertThat(wanted(plan)).containsExactly("4", "3");
    assertThat(kept(plan)).containsEntry("2", "rule 'rules[0]': the total is below 300 B with it");
    assertThat(plan.goals()).extracting(SpaceGoal::bytesBefore).containsExactly(400L);
  }

  @Test
  void deletesNothingWhereTheTotalIsBelow() {
    file("1", 1, f -> f.size(99));
    file("2", 2, f -> f.size(200));

    assertThat(wanted(plan("rules: [{totalBelow: 300B}]"))).isEmpty();
  }

  @Test
  void theTotalCountsWhatOtherRulesLeave() {
    file("1", 1, f -> f.size(100).in("failed"));
    file("2", 2, f -> f.size(100));
    file("3", 3, f -> f.size(100));

    assertThat(wanted(plan("rules: [{totalBelow: 201B}, {status: failed}]"))).containsExactly("1");
  }

  @Test
  void theTotalCountsTheFilesOfTheRule() {
    file("1", 1, f -> f.size(100).of("batch"));
    file("2", 2, f -> f.size(100).of("batch"));
    file("3", 3, f -> f.size(900).of("agent"));

    assertThat(wanted(plan("rules: [{purpose: batch, totalBelow: 150B}]"))).containsExactly("2");
  }

  @Test
  void freesNoSpaceByFilesThatAreTooYoung() {
    file("1", 1, f -> f.size(100));
    file("2", 2, f -> f.size(100));
    file("3", 9, f -> f.size(100));

    Plan plan = plan("rules: [{totalBelow: 50B, olderThan: 7d}]");

    assertThat(wanted(plan)).containsExactly("3");
    assertThat(kept(plan)).containsEntry("2", "rule 'rules[0]': it is not older than 7d");
  }

  @Test
  void aFileOfUnknownSizeTakesNoSpaceAndFreesNone() {
    file("1", 1, f -> f.size(100));
    file("2", 2, f -> f.size(-5));
    file("3", 3, f -> f.size(null));

    assertThat(wanted(plan("rules: [{totalBelow: 101B}]"))).isEmpty();
    assertThat(wanted(plan("rules: [{totalBelow: 100B}]"))).containsExactly("1");
    assertThat(kept(plan("rules: [{totalBelow: 100B}]")))
        .containsEntry("2", "rule 'rules[0]': it takes no known space")
        .containsEntry("3", "rule 'rules[0]': it takes no known space");
  }

  @ParameterizedTest
  @ValueSource(strings = {"olderThan: 7d", "keepNewest: 1", "totalBelow: 1B"})
  void aFileOfUnknownAgeIsNeverDeletedByAge(String criterion) {
    file("new", 1, f -> f.size(0));
    file("unknown", 0, f -> f.at(null));

    Plan plan = plan("rules: [{status: [active, failed], " + criterion + "}]");

    assertThat(wanted(plan)).isEmpty();
    assertThat(kept(plan))
        .containsEntry("unknown", "rule 'rules[0]': its time of creation is unknown");
  }

  @Test
  void aFileOfUnknownAgeCanBeDeletedByItsStatus() {
    file("unknown", 0, f -> f.at(null).in("failed"));

    assertThat(wanted(plan("rules: [{status: failed}]"))).containsExactly("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"processing", "pending", "running", "uploaded"})
  void aFileInWorkStaysUnlessItsStatusIsNamed(String status) {
    file("1", 9, f -> f.in(status));

    assertThat(kept(plan("rules: [{olderThan: 7d}]")))
        .containsEntry(
            "1", "rule 'rules[0]': its status is " + status + ", which the rule does not name");
    assertThat(wanted(plan("rules: [{olderThan: 7d, status: " + status + "}]")))
        .containsExactly("1");
  }

  @Test
  void theDefaultIsForPurposesThatNoRuleNames() {
    file("1", 9, f -> f.of("batch"));
    file("2", 9, f -> f.of("agent"));
    file("3", 9, f -> f.of(null));

    Plan plan = plan("{rules: [{purpose: batch, olderThan: 30d}], default: [{olderThan: 7d}]}");

    assertThat(wanted(plan)).containsExactly("2", "3");
  }

  @Test
  void aFileThatIsListedTwiceCountsOnce() {
    file("1", 1, f -> f.size(100));
    file("1", 1, f -> f.size(100));

    Plan plan = plan("rules: [{totalBelow: 150B}]");

    assertThat(wanted(plan)).isEmpty();
    assertThat(plan.kept()).hasSize(1);
  }

  @Test
  void toFreeSpaceOnlyTheRulesWithTotalBelowAreTaken() {
    file("1", 1, f -> f.size(100).in("failed"));
    file("2", 2, f -> f.size(100));
    file("3", 3, f -> f.size(100).of("batch"));
    Policy policy =
        PolicyFile.parse(
            "p", "rules: [{status: failed}, {totalBelow: 201B}, {purpose: batch, keepNewest: 1}]");

    Plan plan = Planner.plan(policy, Rules.TOTAL_BELOW, files, NOW);

    assertThat(wanted(plan)).containsExactly("2");
  }

  @Test
  void aFileOfTheFutureStays() {
    file("1", 0, f -> f.at(NOW.plusSeconds(60)));

    assertThat(wanted(plan("rules: [{olderThan: 1s}]"))).isEmpty();
  }

  private void file(String id, int days) {
    file(id, days, file -> file);
  }

  private void file(String id, int days, UnaryOperator<Draft> change) {
    Draft draft =
        new Draft(
            new KnownFile(
                id, id + ".pdf", "user_data", "active", 10L, NOW.minus(Duration.ofDays(days))));
    files.add(change.apply(draft).file());
  }

  private Plan plan(String policy) {
    return Planner.plan(PolicyFile.parse("p", policy), Rules.ALL, new ArrayList<>(files), NOW);
  }

  private static List<String> wanted(Plan plan) {
    return plan.wanted().stream().map(decision -> decision.file().id()).toList();
  }

  private static Map<String, String> kept(Plan plan) {
    return plan.kept().stream()
        .collect(Collectors.toMap(kept -> kept.file().id(), Decision::reason));
  }

  /** A file to be. */
  private record Draft(KnownFile file) {

    Draft named(@Nullable String name) {
      return with(name, file.purpose(), file.status(), file.bytes(), file.createdAt());
    }

    Draft of(@Nullable String purpose) {
      return with(file.name(), purpose, file.status(), file.bytes(), file.createdAt());
    }

    Draft in(@Nullable String status) {
      return with(file.name(), file.purpose(), status, file.bytes(), file.createdAt());
    }

    Draft size(@Nullable Number bytes) {
      Long size = bytes == null ? null : bytes.longValue();
      return with(file.name(), file.purpose(), file.status(), size, file.createdAt());
    }

    Draft at(@Nullable Instant createdAt) {
      return with(file.name(), file.purpose(), file.status(), file.bytes(), createdAt);
    }

    private Draft with(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String status,
        @Nullable Long bytes,
        @Nullable Instant createdAt) {
      return new Draft(new KnownFile(file.id(), name, purpose, status, bytes, createdAt));
    }
  }
}
