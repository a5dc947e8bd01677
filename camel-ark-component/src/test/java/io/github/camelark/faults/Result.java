// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import java.time.Duration;
import java.util.List;

/**
 * The result of one call or poll.
 *
 * @param failure what the exchange failed with, or what the consumer reported; null if nothing
 * @param body what an operation brought
 * @param emitted the ids of the files that the consumer emitted
 * @param sleeps the waits between attempts
 */
record Result(
    Subject subject,
    String fileId,
    Throwable failure,
    Object body,
    List<String> emitted,
    List<Duration> sleeps) {}
