// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import org.jspecify.annotations.Nullable;

/**
 * A request whose head has arrived.
 *
 * @param dialect null if its path is no provider's
 * @param account null if its key opens none
 * @param fault what it is to meet; null for nothing
 * @param entry where its answer is noted
 */
record Arrival(
    ApiRequest head,
    @Nullable Dialect dialect,
    @Nullable Account account,
    @Nullable SimulatedFault fault,
    Journal.Entry entry) {

  /** How its body is read. */
  Reading reading() {
    return fault == null ? Reading.WHOLE : fault.reading();
  }
}
