// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelark.examples.command.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {

  @Test
  void readsEveryFieldOfARule() {
    Policy policy =
        PolicyFile.parse(
            "policy.yaml",
            """
            rules:
              - name: drafts
                purpose: [user_data, agent]
                filename: ["draft-*", "*.tmp"]
                status: active
                olderThan: 1d12h
                keepNewest: 20
                totalBelow: 1.5 TB
            """);

    assertThat(policy.rules())
        .containsExactly(
            new Rule(
                "drafts",
                Set.of("user_data", "agent"),
                Set.of(),
                List.of(new Glob("draft-*"), new Glob("*.tmp")),
                Set.of("active"),
                Age.parse("1d12h"),
                20,
                new ByteSize(1_500_000_000_000L)));
  }

  @Test
  void aDefaultIsForThePurposesThatNoRuleNames() {
    Policy policy =
        PolicyFile.parse(
            "policy.yaml",
            """
            default:
              - olderThan: 30d
            rules:
              - purpose: batch
                olderThan: 7d
              - purpose: [user_data, agent]
                keepNewest: 3
            """);

    assertThat(policy.rules())
        .extracting(Rule::name)
        .containsExactly("rules[0]", "rules[1]", "default[0]");
    assertThat(policy.rules().get(2).exceptPurposes())
        .containsExactlyInAnyOrder("batch", "user_data", "agent");
  }

  @Test
  void theExampleIsAPolicy() {
    Policy policy = PolicyFile.read(Path.of("src/main/resources/retention.yaml"));

    assertThat(policy.rules()).hasSize(5);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        // no criterion
        arguments("rules:\n- purpose: batch", "rules[0]: has no criterion"),
        arguments("rules:\n- olderThan: 7d\n- name: x", "rules[1]: has no criterion"),
        arguments("rules:\n- filename: '*'", "rules[0]: has no criterion"),
        arguments("rules:\n- filename: [a, '**']", "rules[0]: has no criterion"),
        arguments("default:\n- {}", "default[0]: has no criterion"),
        // unknown fields
        arguments(
            "rules:\n- olderThan: 7d\n  keepNewst: 3",
            "line 3, rules[0].keepNewst: is not known here, only these are: filename, keepNewest,"
                + " name, olderThan, purpose, status, totalBelow"),
        arguments(
            "rule:\n- olderThan: 7d", ", rule: is not known here, only these are: default, rules"),
        arguments("rules:\n- OlderThan: 7d", "line 2, rules[0].OlderThan: is not known here"),
        // bad units and numbers
        arguments(
            "rules:\n- olderThan: 7",
            "line 2, rules[0].olderThan: is not understood: write an age above zero, such as 7d"),
        arguments("rules:\n- olderThan: 7 days", "line 2, rules[0].olderThan:"),
        arguments("rules:\n- olderThan: -7d", "line 2, rules[0].olderThan:"),
        arguments("rules:\n- olderThan: 0d", "line 2, rules[0].olderThan:"),
        arguments(
            "rules:\n- name: x\n  totalBelow: 15",
            "line 3, rules[0].totalBelow: is not understood: write a size above zero with its unit, such as 15GB"),
        arguments("rules:\n- totalBelow: 15 gigs", "line 2, rules[0].totalBelow:"),
        arguments("rules:\n- totalBelow: 0GB", "line 2, rules[0].totalBelow:"),
        arguments("rules:\n- totalBelow: 0.5B", "line 2, rules[0].totalBelow:"),
        arguments("rules:\n- totalBelow: 999999999999TB", "line 2, rules[0].totalBelow:"),
        arguments("rules:\n- totalBelow: -1GB", "line 2, rules[0].totalBelow:"),
        arguments(
            "rules:\n- keepNewest: many",
            "line 2, rules[0].keepNewest: is not understood: write a whole number from 1 on"),
        arguments("rules:\n- keepNewest: 3.5", "line 2, rules[0].keepNewest:"),
        arguments("rules:\n- keepNewest: 99999999999", "line 2, rules[0].keepNewest:"),
        arguments("rules:\n- keepNewest: true", "line 2, rules[0].keepNewest:"),
        arguments("rules:\n- keepNewest: 0", "rules[0].keepNewest: must be 1 or more"),
        arguments("rules:\n- keepNewest: -1", "rules[0].keepNewest: must be 1 or more"),
        // emptiness, which would mean any
        arguments("rules:\n- purpose:\n  olderThan: 7d", "line 2, rules[0].purpose:"),
        arguments("rules:\n- purpose: []\n  olderThan: 7d", "rules[0].purpose: is empty"),
        arguments("rules:\n- status: ['']\n  olderThan: 7d", "rules[0].status: is empty"),
        arguments(
            "rules:\n- status: [failed, actve]\n  olderThan: 7d",
            "rules[0].status: names 'actve', which is not a file status: there are active,"),
        arguments("rules:\n- status: Failed", "rules[0].status: names 'Failed'"),
        arguments("rules:\n- status: [a, ~]\n  olderThan: 7d", "line 2, rules[0].status[1]:"),
        arguments("rules:\n- filename: ' '\n  olderThan: 7d", "rules[0].filename: is empty"),
        arguments("rules:\n- name: ''\n  olderThan: 7d", "rules[0].name: is empty"),
        arguments("", "line 1: is not understood: write 'rules:' and a list of rules"),
        arguments("{}", "rules: there is none"),
        arguments("rules:", "line 1, rules: is not understood: write a list of rules"),
        arguments("rules: []", "rules: there is none"),
        // the wrong shape
        arguments("rules: 7d", "line 1, rules: is not understood: write a list of rules"),
        arguments(
            "rules:\n- 7d", "line 2, rules[0]: is not understood: write the fields of a rule"),
        arguments("rules:\n- olderThan: [7d]", "line 2, rules[0].olderThan"),
        arguments("rules:\n- purpose: {a: b}\n  olderThan: 7d", "line 2, rules[0].purpose"),
        arguments("- olderThan: 7d", "line 1: is not understood"),
        arguments(
            "rules:\n- olderThan: 7d\n  olderThan: 1d",
            "line 3, rules[0]: is not YAML: Duplicate field 'olderThan'"),
        arguments("rules:\n- olderThan: 7d\n---\nrules: []", "line 4: is not understood"),
        arguments("rules:\n- olderThan: 7d\n - keepNewest: 3", "line 3: is not YAML"),
        arguments("rules: [", "is not YAML"),
        // what would be misunderstood
        arguments(
            "default:\n- purpose: batch\n  olderThan: 7d",
            "default[0].purpose: is not for a default"),
        arguments("rules:\n- filename: '*.{a,b}'", "rules[0].filename: only * and ? are special"),
        arguments(
            "rules:\n- {name: a, olderThan: 7d}\n- {name: a, olderThan: 8d}",
            "rules[1].name: 'a' is the name of another rule"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("refused")
  void refusesWhatItDoesNotUnderstandAndSaysWhere(String text, String problem) {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> PolicyFile.parse("policy.yaml", text))
        .withMessageStartingWith("policy.yaml: ")
        .withMessageContaining(problem);
  }

  @Test
  void refusesAMissingFile() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> PolicyFile.read(Path.of("no-such-policy.yaml")))
        .withMessageStartingWith("no-such-policy.yaml: cannot be read");
  }
}
