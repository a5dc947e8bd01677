// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a policy which files may go: first by the rules without totalBelow, then by those with
 * it, which count what would be left. Used once, by one thread.
 */
final class Planner {

  private static final Comparator<KnownFile> OLDEST_FIRST =
      Comparator.comparing(KnownFile::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(KnownFile::id);

  private static final Verdict NO_RULE = new Verdict(false, "no rule covers it");

  /** Many files share one, so that equal texts are one object. */
  private record Verdict(boolean wanted, String reason) {}

  private final Policy policy;
  private final Rules which;
  private final Instant now;
  private final List<KnownFile> files;
  private final @Nullable Verdict[] verdicts;
  private final @Nullable Rule[] protectors;
  private final Map<Verdict, Verdict> shared = new HashMap<>();

  private Planner(Policy policy, Rules which, List<KnownFile> files, Instant now) {
    this.policy = policy;
    this.which = which;
    this.now = now;
    this.files = files;
    this.verdicts = new Verdict[files.size()];
    this.protectors = new Rule[files.size()];
  }

  /**
   * Makes a plan for all files of an account.
   *
   * @param listed the files in any order; the list is sorted
   */
  static Plan plan(Policy policy, Rules which, List<KnownFile> listed, Instant now) {
    listed.sort(OLDEST_FIRST);
    return new Planner(policy, which, distinct(listed), now).plan();
  }

  /** A file that is counted twice would free less space than planned. */
  private static List<KnownFile> distinct(List<KnownFile> sorted) {
    List<KnownFile> distinct = new ArrayList<>(sorted.size());
    String previous = null;
    for (KnownFile file : sorted) {
      if (!file.id().equals(previous)) {
        distinct.add(file);
        previous = file.id();
      }
    }
    return distinct;
  }

  private Plan plan() {
    policy.rules().forEach(this::protectNewest);
    if (which == Rules.ALL) {
      policy.rules().stream().filter(rule -> !rule.hasTotalBelow()).forEach(this::judgeEach);
    }
    List<SpaceGoal> goals =
        policy.rules().stream()
            .flatMap(rule -> Stream.ofNullable(rule.totalBelow()).map(l -> freeSpace(rule, l)))
            .toList();
    List<Decision> wanted = new ArrayList<>();
    List<Decision> kept = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Verdict verdict = verdicts[i] == null ? NO_RULE : verdicts[i];
      (verdict.wanted() ? wanted : kept)
          .add(new Decision(files.get(i), verdict.wanted(), verdict.reason()));
    }
    return new Plan(wanted, kept, goals);
  }

  /** What one rule protects no other may delete. */
  private void protectNewest(Rule rule) {
    int left = rule.keepNewest() == null ? 0 : rule.keepNewest();
    for (int i = files.size() - 1; i >= 0 && left > 0; i--) {
      KnownFile file = files.get(i);
      if (file.createdAt() != null && rule.isAbout(file)) {
        protectors[i] = rule;
        left--;
      }
    }
  }

  private void judgeEach(Rule rule) {
    for (int i = 0; i < files.size(); i++) {
      if (!isWanted(i) && rule.isAbout(files.get(i))) {
        judge(i, rule);
      }
    }
  }

  /** The oldest go until the rest is small enough. */
  private SpaceGoal freeSpace(Rule rule, ByteSize limit) {
    long before = 0;
    long left = 0;
    for (int i = 0; i < files.size(); i++) {
      if (rule.isAbout(files.get(i))) {
        before += files.get(i).size();
        left += isWanted(i) ? 0 : files.get(i).size();
      }
    }
    for (int i = 0; i < files.size(); i++) {
      if (!isWanted(i) && rule.isAbout(files.get(i))) {
        if (left < limit.bytes()) {
          keep(i, rule, "the total is below " + limit + " with it");
        } else if (files.get(i).size() == 0) {
          keep(i, rule, "it takes no known space");
        } else if (judge(i, rule)) {
          left -= files.get(i).size();
        }
      }
    }
    return new SpaceGoal(rule, limit.bytes(), before);
  }

  /** Returns whether the file goes by this rule. */
  private boolean judge(int i, Rule rule) {
    String reason = rule.reasonToKeep(files.get(i), now);
    Rule protector = protectors[i];
    if (reason != null) {
      keep(i, rule, reason);
    } else if (protector != null) {
      keep(i, protector, "it is among the newest " + protector.keepNewest());
    } else {
      verdicts[i] = shared(true, "rule '" + rule.name() + "'");
      return true;
    }
    return false;
  }

  /** The first reason stays: it is that of the first rule. */
  private void keep(int i, Rule rule, String reason) {
    if (verdicts[i] == null) {
      verdicts[i] = shared(false, "rule '" + rule.name() + "': " + reason);
    }
  }

  private boolean isWanted(int i) {
    Verdict verdict = verdicts[i];
    return verdict != null && verdict.wanted();
  }

  private Verdict shared(boolean wanted, String reason) {
    Verdict verdict = new Verdict(wanted, reason);
    return shared.computeIfAbsent(verdict, key -> key);
  }
}
