// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.util.List;

/**
 * What a run is to do.
 *
 * @param wanted the files that are to go, the oldest first
 * @param kept the files that are to stay, the oldest first
 * @param goals one for each rule with totalBelow
 */
record Plan(List<Decision> wanted, List<Decision> kept, List<SpaceGoal> goals) {

  static final Plan NOTHING = new Plan(List.of(), List.of(), List.of());
}
