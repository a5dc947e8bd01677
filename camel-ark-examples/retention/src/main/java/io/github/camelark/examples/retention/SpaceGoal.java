// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

/**
 * What a rule with totalBelow wants.
 *
 * @param rule the rule
 * @param limit how many bytes the files that it is about must stay below
 * @param bytesBefore what they took before the run
 */
record SpaceGoal(Rule rule, long limit, long bytesBefore) {}
