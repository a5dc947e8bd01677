// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Instant;

/**
 * A model response as it is kept. Immutable.
 *
 * @param visibleAt from when on it is found
 * @param doneAt from when on it has its answer
 */
record StoredResponse(
    String id,
    ResponseRequest request,
    SimulatedResponse answer,
    Instant createdAt,
    Instant visibleAt,
    Instant doneAt) {}
