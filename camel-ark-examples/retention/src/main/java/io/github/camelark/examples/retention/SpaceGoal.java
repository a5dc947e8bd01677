// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

/**
 * The goal of a rule with totalBelow.
 *
 * @param rule the rule
 * @param limit how many bytes the files that it covers must stay below
 * @param bytesBefore what they took before the run
 */
record SpaceGoal(Rule rule, long limit, long bytesBefore) {}
