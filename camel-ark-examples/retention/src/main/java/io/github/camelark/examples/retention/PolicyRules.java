// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.examples.command.Glob;
import io.github.camelark.examples.retention.PolicyText.RuleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes rules from the text of a policy, and refuses those that are too vague. */
final class PolicyRules {

  private final String source;
  private final Set<String> names = new HashSet<>();

  private PolicyRules(String source) {
    this.source = source;
  }

  /**
   * The policy.
   *
   * @throws PolicyException if it has no rule, or one of them is too vague
   */
  static Policy check(String source, PolicyText text) {
    List<RuleText> rules = Objects.requireNonNullElse(text.rules, List.of());
    List<RuleText> byDefault = Objects.requireNonNullElse(text.byDefault, List.of());
    if (rules.isEmpty() && byDefault.isEmpty()) {
      throw new PolicyException(source, "rules", "there is none: add one, such as olderThan: 7d");
    }
    Set<String> named =
        rules.stream()
            .flatMap(rule -> rule.purpose == null ? Stream.empty() : rule.purpose.stream())
            .collect(Collectors.toUnmodifiableSet());
    PolicyRules checked = new PolicyRules(source);
    List<Rule> all = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      all.add(checked.rule("rules[" + i + "]", rules.get(i), Set.of()));
    }
    for (int i = 0; i < byDefault.size(); i++) {
      String place = "default[" + i + "]";
      checked.require(
          byDefault.get(i).purpose == null,
          place + ".purpose",
          "is not for a default, which is for every purpose that no rule names: put it under rules");
      all.add(checked.rule(place, byDefault.get(i), named));
    }
    return new Policy(source, List.copyOf(all));
  }

  private Rule rule(String place, RuleText text, Set<String> exceptPurposes) {
    Rule rule =
        new Rule(
            text.name == null ? place : text.name,
            Set.copyOf(words(place + ".purpose", text.purpose)),
            exceptPurposes,
            globs(place + ".filename", text.filename),
            statuses(place + ".status", text.status),
            text.olderThan,
            text.keepNewest,
            text.totalBelow);
    require(
        text.keepNewest == null || text.keepNewest > 0,
        place + ".keepNewest",
        "must be 1 or more; leave it out to keep none");
    requireCriterion(place, rule);
    require(!rule.name().isBlank(), place + ".name", "is empty: give it a name or leave it out");
    require(
        names.add(rule.name()),
        place + ".name",
        "'" + rule.name() + "' is the name of another rule: reports could not tell them apart");
    return rule;
  }

  private void requireCriterion(String place, Rule rule) {
    boolean anyName = rule.filenames().stream().anyMatch(Glob::isAnything);
    require(
        (!rule.filenames().isEmpty() && !anyName)
            || !rule.statuses().isEmpty()
            || rule.olderThan() != null
            || rule.keepNewest() != null
            || rule.totalBelow() != null,
        place,
        "has no criterion, so that every file"
            + (rule.purposes().isEmpty() ? "" : " of its purpose")
            + " would go: add olderThan, keepNewest, totalBelow, status, or a filename other than"
            + " *");
  }

  /** An empty list would mean any, which is surely not intended. */
  private List<String> words(String place, @Nullable List<String> words) {
    require(
        words == null || (!words.isEmpty() && words.stream().noneMatch(String::isBlank)),
        place,
        "is empty: name at least one, or leave it out");
    return words == null ? List.of() : List.copyOf(words);
  }

  /** A misspelt status would match no file: the rule would seem to have nothing to do. */
  private Set<String> statuses(String place, @Nullable List<String> words) {
    Set<String> statuses = new HashSet<>();
    for (String word : words(place, words)) {
      Set<String> named = FileStatus.named(word);
      require(
          !named.isEmpty(),
          place,
          "names '"
              + word
              + "', which is not a file status: there are "
              + String.join(", ", FileStatus.allWords()));
      statuses.addAll(named);
    }
    return Set.copyOf(statuses);
  }

  private List<Glob> globs(String place, @Nullable List<String> globs) {
    try {
      return words(place, globs).stream().map(Glob::new).toList();
    } catch (IllegalArgumentException e) {
      throw new PolicyException(source, place, String.valueOf(e.getMessage()));
    }
  }

  private void require(boolean held, String place, String problem) {
    if (!held) {
      throw new PolicyException(source, place, problem);
    }
  }
}
