// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.util.List;

/**
 * What may be deleted. A file goes if one of the rules says so, unless a keepNewest protects it.
 * Immutable.
 *
 * @param source where it was read from, for messages
 * @param rules in the order of the file, those for other purposes last
 */
record Policy(String source, List<Rule> rules) {

  /**
   * The policy that a run goes by.
   *
   * @throws PolicyException if it has no such rule
   */
  Policy requireSome(Rules which) {
    if (which == Rules.TOTAL_BELOW && rules.stream().noneMatch(Rule::hasTotalBelow)) {
      throw new PolicyException(
          source, "rules", "none has totalBelow, but that is what an event asks for: add one");
    }
    return this;
  }
}
